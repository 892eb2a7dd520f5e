import exp from '@stdlib/math-base-special-exp'
import {
  type AssumptionBook,
  bookKey,
  type Cause,
  HAZARD_BANDS,
  STAFF_BANDS,
} from '../domain/assumption-book.ts'
import type { BaseYear } from '../domain/base-year.ts'
import { AGES, SEXES } from '../domain/cohort.ts'
import type { Finding } from '../domain/finding.ts'
import type { Reference } from '../domain/reference.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { bandSteps } from '../stats/single-years.ts'

const CELLS = SEXES.length * AGES

/** Hazards of every occupation, with the leaving level fitted. */
export interface Hazards {
  /** Per year [o][s][a]. */
  readonly leave: Float64Array
  readonly retire: Float64Array
  readonly ill: Float64Array
  /** Moves: from, to, hazard per year at mobility 1 [m]. */
  readonly moveFrom: Int32Array
  readonly moveTo: Int32Array
  readonly move: Float64Array
  /** Relative mobility [a]. */
  readonly mobility: Float64Array
  /** Heads in the first year, by occupation: leavers, movers out and in [o]. */
  readonly firstLeavers: Float64Array
  readonly firstMovesOut: Float64Array
  readonly firstMovesIn: Float64Array
  readonly findings: readonly Finding[]
}

/**
 * Turns the book's hazard profiles into hazards that give each occupation's leaver rate exactly.
 * Retirement and ill health are hazards as they stand; the level of leaving is found so that
 * leavers of the first year over staff in post are the base year's leaver rate.
 */
export function fitHazards(reference: Reference, book: AssumptionBook, base: BaseYear): Hazards {
  const { occupations, areas } = reference
  const leave = profiles(reference, book, 'leave')
  const retire = profiles(reference, book, 'retire')
  const ill = profiles(reference, book, 'ill')
  const mobility = bandSteps(book.mobility.bands, STAFF_BANDS)
  const index = new Map(occupations.map(({ code }, o) => [code, o]))
  const moveFrom = Int32Array.from(book.moves, ({ from }) => index.get(from)!)
  const moveTo = Int32Array.from(book.moves, ({ to }) => index.get(to)!)
  const move = Float64Array.from(book.moves, ({ hazard }) => hazard)
  const findings: Finding[] = []
  const firstLeavers = new Float64Array(occupations.length)
  const firstMovesOut = new Float64Array(occupations.length)
  const firstMovesIn = new Float64Array(occupations.length)

  for (const [o, { name }] of occupations.entries()) {
    const outMoves = move.reduce((sum, hazard, m) => (moveFrom[m] === o ? sum + hazard : sum), 0)
    const flows = (
      level: number,
    ): { readonly stock: number; readonly leavers: number; readonly movers: number } => {
      let stock = 0
      let leavers = 0
      let movers = 0
      for (let c = 0; c < CELLS; c++) {
        const i = o * CELLS + c
        const moving = outMoves * mobility[c % AGES]!
        const fixed = retire[i]! + ill[i]!
        for (let r = 0; r < areas.length; r++) {
          const people = base.heads[i * areas.length + r]!
          const leaving = level * leave[i]! * base.leaverArea[o * areas.length + r]!
          const total = leaving + fixed + moving
          stock += people
          if (total === 0) continue
          const exits = people * (1 - exp(-total))
          leavers += (exits * (leaving + fixed)) / total
          movers += (exits * moving) / total
        }
      }
      return { stock, leavers, movers }
    }
    const target = base.leaverRate[o]!
    const level = fitLevel((candidate) => {
      const { stock, leavers } = flows(candidate)
      return stock > 0 ? leavers / stock : target
    }, target)
    const first = flows(level)
    const reached = first.stock > 0 ? first.leavers / first.stock : target
    if (Math.abs(reached - target) > RATE_TOLERANCE)
      findings.push({
        rule: 'leaver-rate-fitted',
        severity: 'warning',
        message: `Retirement and ill health alone give ${(reached * 100).toFixed(2)} % leavers a year, more than the published ${(target * 100).toFixed(2)} %.`,
        place: name,
      })
    for (let c = 0; c < CELLS; c++) leave[o * CELLS + c]! *= level
    firstLeavers[o] = first.leavers
    firstMovesOut[o] = first.movers
    for (let m = 0; m < move.length; m++)
      if (moveFrom[m] === o && outMoves > 0) firstMovesIn[moveTo[m]!]! += (first.movers * move[m]!) / outMoves
  }
  return {
    leave,
    retire,
    ill,
    moveFrom,
    moveTo,
    move,
    mobility,
    firstLeavers,
    firstMovesOut,
    firstMovesIn,
    findings,
  }
}

const RATE_TOLERANCE = 1e-9
/** No profile needs its relative leaving hazards multiplied by more than this. */
const HIGHEST_LEVEL = 64
const MOST_STEPS = 100
const LEVEL_TOLERANCE = 1e-14

/**
 * The level at which an increasing rate meets its target, or the nearest end: false position with the
 * Illinois rule (Dowell and Jarratt, BIT 11, 1971, 168-174), which halves the value kept twice at one end.
 */
function fitLevel(rate: (level: number) => number, target: number): number {
  let low = 0
  let high = 1
  let below = rate(low) - target
  if (below >= 0) return low
  let above = rate(high) - target
  while (above < 0 && high < HIGHEST_LEVEL) {
    low = high
    below = above
    high *= 2
    above = rate(high) - target
  }
  if (above < 0) return high
  let side = 0
  for (let i = 0; i < MOST_STEPS && high - low > LEVEL_TOLERANCE * high; i++) {
    const level = low - (below * (high - low)) / (above - below)
    const difference = rate(level) - target
    if (difference === 0) return level
    if (difference < 0) {
      low = level
      below = difference
      if (side < 0) above /= 2
      side = -1
    } else {
      high = level
      above = difference
      if (side > 0) below /= 2
      side = 1
    }
    if (Math.abs(difference) < target * LEVEL_TOLERANCE) return level
  }
  return (low + high) / 2
}

function profiles(reference: Reference, book: AssumptionBook, cause: Cause): Float64Array {
  const values = new Float64Array(reference.occupations.length * CELLS)
  for (const [o, { profile }] of reference.occupations.entries())
    for (const [s, sex] of SEXES.entries()) {
      const row = book.hazards.get(bookKey(profile, cause, sex))
      if (!row)
        throw new HeadroomError('table-incomplete', {
          file: 'data/assumptions/hazards.csv',
          missing: `${profile}, ${cause}, ${sex}`,
        })
      values.set(bandSteps(row.bands, HAZARD_BANDS), o * CELLS + s * AGES)
    }
  return values
}
