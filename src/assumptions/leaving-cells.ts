import exp from '@stdlib/math-base-special-exp'
import { HAZARD_BANDS } from '../domain/assumption-book.ts'
import type { BaseYear } from '../domain/base-year.ts'
import { AGES, SEXES, YOUNGEST } from '../domain/cohort.ts'
import type { Reference } from '../domain/reference.ts'

const BANDS = HAZARD_BANDS.length - 1
/** Hazards are steps by age, so people of one sex and band are alike: cells of an occupation and area. */
export const LEAVING_CELLS = SEXES.length * BANDS

/** Hazards a year of one occupation by leaving cell [c]. */
export interface CellHazards {
  /** Relative hazard of leaving. */
  readonly leave: Float64Array
  /** Retirement and long-term sickness. */
  readonly fixed: Float64Array
  /** All moves to other occupations. */
  readonly moving: Float64Array
  /** Those of the moves that the publisher counts as leaving. */
  readonly counted: Float64Array
}

/** What a year brings to the people of some cells, heads. */
export interface Exits {
  /** Leavers on the publisher's definition. */
  readonly published: number
  /** Left, retired or long-term sick. */
  readonly leavers: number
  readonly movers: number
  readonly staff: number
}

/** Heads by occupation, leaving cell and area [o][c][r]. */
export function leavingHeads(reference: Reference, base: BaseYear): Float64Array {
  const areas = reference.areas.length
  const heads = new Float64Array(reference.occupations.length * LEAVING_CELLS * areas)
  for (let o = 0; o < reference.occupations.length; o++)
    for (let s = 0; s < SEXES.length; s++)
      for (let a = 0; a < AGES; a++) {
        const cell = s * BANDS + bandOf(a)
        const from = ((o * SEXES.length + s) * AGES + a) * areas
        const to = (o * LEAVING_CELLS + cell) * areas
        for (let r = 0; r < areas; r++) heads[to + r]! += base.heads[from + r]!
      }
  return heads
}

/** A step profile by sex and single year as one by leaving cell: the value at each band's youngest [c]. */
export function atCells(values: Float64Array, offset: number): Float64Array {
  const cells = new Float64Array(LEAVING_CELLS)
  for (let s = 0; s < SEXES.length; s++)
    for (let band = 0; band < BANDS; band++)
      cells[s * BANDS + band] = values[offset + s * AGES + HAZARD_BANDS[band]! - YOUNGEST]!
  return cells
}

/**
 * Exits in the year from one occupation and area, by competing hazards.
 * @param heads [o][c][r] @param factor on the relative hazard of leaving @param scale on retirement,
 *   sickness and moves that count as leaving
 */
export function exitsOf(
  heads: Float64Array,
  hazards: CellHazards,
  o: number,
  r: number,
  areas: number,
  factor: number,
  scale = 1,
): Exits {
  let published = 0
  let leavers = 0
  let movers = 0
  let staff = 0
  for (let c = 0; c < LEAVING_CELLS; c++) {
    const people = heads[(o * LEAVING_CELLS + c) * areas + r]!
    const leaving = factor * hazards.leave[c]! + scale * hazards.fixed[c]!
    const counted = scale * hazards.counted[c]!
    const moving = hazards.moving[c]! - hazards.counted[c]! + counted
    const total = leaving + moving
    staff += people
    if (total === 0) continue
    const perHazard = (people * (1 - exp(-total))) / total
    published += perHazard * (leaving + counted)
    leavers += perHazard * leaving
    movers += perHazard * moving
  }
  return { published, leavers, movers, staff }
}

const bandOf = (a: number): number => HAZARD_BANDS.findLastIndex((edge) => a + YOUNGEST >= edge)
