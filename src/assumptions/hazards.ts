import {
  type AssumptionBook,
  bookKey,
  type Cause,
  HAZARD_BANDS,
  STAFF_BANDS,
} from '../domain/assumption-book.ts'
import type { BaseYear } from '../domain/base-year.ts'
import { AGES, CELLS, SEXES } from '../domain/cohort.ts'
import type { Finding } from '../domain/finding.ts'
import type { Reference } from '../domain/reference.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { bandSteps } from '../stats/single-years.ts'
import { fitLeaving, type LeavingFit } from './fit-leaving.ts'
import { atCells, type CellHazards, exitsOf, leavingHeads } from './leaving-cells.ts'

/** Hazards of every occupation, with the leaving level fitted. */
export interface Hazards {
  /** Per year [o][s][a]. */
  readonly leave: Float64Array
  readonly retire: Float64Array
  readonly ill: Float64Array
  /** Area factor on the leaving hazard [o][r]. */
  readonly leaveArea: Float64Array
  /** Moves: from, to, hazard per year at mobility 1 [m]. */
  readonly moveFrom: Int32Array
  readonly moveTo: Int32Array
  readonly move: Float64Array
  /** Relative mobility [a]. */
  readonly mobility: Float64Array
  /** Heads in the first year by occupation and area: left, retired or sick; movers out and in [o][r]. */
  readonly firstLeavers: Float64Array
  readonly firstMovesOut: Float64Array
  readonly firstMovesIn: Float64Array
  /** Heads in the first year by move, England [m]. */
  readonly firstMoves: Float64Array
  /** Leaver rates by group and area against the published ones. */
  readonly fits: readonly LeavingFit[]
  readonly findings: readonly Finding[]
}

/**
 * Turns the book's hazard profiles into hazards that give the published leaver rates: see `fitLeaving`.
 * Retirement and ill health are hazards as they stand; leaving is what is fitted. In a group of the
 * turnover file a move to an occupation that the file doesn't count is one of its leavers.
 */
export function fitHazards(reference: Reference, book: AssumptionBook, base: BaseYear): Hazards {
  const { occupations } = reference
  const areas = reference.areas.length
  const leave = profiles(reference, book, 'leave')
  const retire = profiles(reference, book, 'retire')
  const ill = profiles(reference, book, 'ill')
  const mobility = bandSteps(book.mobility.bands, STAFF_BANDS)
  const index = new Map(occupations.map(({ code }, o) => [code, o]))
  const moveFrom = Int32Array.from(book.moves, ({ from }) => index.get(from)!)
  const moveTo = Int32Array.from(book.moves, ({ to }) => index.get(to)!)
  const move = Float64Array.from(book.moves, ({ hazard }) => hazard)
  const counted = countedMoves(base, moveFrom, moveTo, occupations.length)
  const outOf = (o: number, isTaken: (m: number) => boolean): number =>
    move.reduce((sum, hazard, m) => (moveFrom[m] === o && isTaken(m) ? sum + hazard : sum), 0)
  const mobilityAtCells = atCells(
    Float64Array.from({ length: CELLS }, (_, c) => mobility[c % AGES]!),
    0,
  )
  const cells = occupations.map((_, o): CellHazards => {
    const fixed = atCells(retire, o * CELLS)
    const sick = atCells(ill, o * CELLS)
    return {
      leave: atCells(leave, o * CELLS),
      fixed: fixed.map((hazard, c) => hazard + sick[c]!),
      moving: mobilityAtCells.map((value) => value * outOf(o, () => true)),
      counted: mobilityAtCells.map((value) => value * outOf(o, (m) => counted.has(m))),
    }
  })
  const heads = leavingHeads(reference, base)
  const { level, area, fits } = fitLeaving(base, heads, cells, areas)

  const firstLeavers = new Float64Array(area.length)
  const firstMovesOut = new Float64Array(area.length)
  const firstMovesIn = new Float64Array(area.length)
  const firstMoves = new Float64Array(move.length)
  const published = new Float64Array(occupations.length)
  const staff = new Float64Array(occupations.length)
  for (let o = 0; o < occupations.length; o++) {
    const all = outOf(o, () => true)
    for (let r = 0; r < areas; r++) {
      const i = o * areas + r
      const exits = exitsOf(heads, cells[o]!, o, r, areas, level[o]! * area[i]!)
      firstLeavers[i] = exits.leavers
      firstMovesOut[i] = exits.movers
      published[o]! += exits.published
      staff[o]! += exits.staff
      for (let m = 0; m < move.length; m++) {
        if (moveFrom[m] !== o || all === 0) continue
        const movers = (exits.movers * move[m]!) / all
        firstMoves[m]! += movers
        firstMovesIn[moveTo[m]! * areas + r]! += movers
      }
    }
  }
  for (let i = 0; i < leave.length; i++) leave[i]! *= level[Math.floor(i / CELLS)]!
  return {
    leave,
    retire,
    ill,
    leaveArea: area,
    moveFrom,
    moveTo,
    move,
    mobility,
    firstLeavers,
    firstMovesOut,
    firstMovesIn,
    firstMoves,
    fits,
    findings: [
      ...occupations.flatMap(({ name }, o) =>
        unmet(name, staff[o]! > 0 ? published[o]! / staff[o]! : 0, base.leaverRate[o]!),
      ),
      ...groupFindings(reference, fits),
    ],
  }
}

/** Moves that the publisher of a group's leavers counts among them: to occupations outside its file. */
function countedMoves(
  base: BaseYear,
  moveFrom: Int32Array,
  moveTo: Int32Array,
  occupations: number,
): ReadonlySet<number> {
  const inFile = new Uint8Array(occupations)
  for (const { members, leavesFile } of base.rateGroups)
    if (leavesFile) for (const o of members) inFile[o] = 1
  return new Set([...moveFrom.keys()].filter((m) => inFile[moveFrom[m]!] === 1 && inFile[moveTo[m]!] === 0))
}

const RATE_TOLERANCE = 1e-9
/** A hundredth of a percentage point. */
const AREA_TOLERANCE = 0.0001

function unmet(place: string, reached: number, target: number): Finding[] {
  if (Math.abs(reached - target) <= RATE_TOLERANCE || target === 0) return []
  return [
    {
      rule: 'leaver-rate-fitted',
      severity: 'warning',
      message: `The model’s leavers are ${(reached * 100).toFixed(2)} % a year, the rate they were to have ${(target * 100).toFixed(2)} %.`,
      place,
    },
  ]
}

function groupFindings(reference: Reference, fits: readonly LeavingFit[]): Finding[] {
  const missed = fits.filter(
    (fit) =>
      (!fit.isBeyond && Math.abs(fit.modelledPublished - fit.published) > AREA_TOLERANCE) ||
      Math.abs(fit.modelledProjected - fit.projected) > AREA_TOLERANCE,
  )
  const scaled = fits.filter(({ scale }) => scale < 1)
  const beyond = fits.filter(({ isBeyond }) => isBeyond)
  return [
    {
      rule: 'leaver-rate-by-area',
      severity: 'note',
      message: `${fits.length - missed.length - beyond.length} of ${fits.length} leaver rates of a group in an area come out as published to 0.01 percentage point. In ${scaled.length} of them retirement and sickness alone exceed twelve times the month’s leavers, most of them none, and are scaled down for that check. ${beyond.length} are above 100 % a year, more than those in post can give.`,
      place: 'base year',
    },
    ...missed.map(
      ({ group, area, published, modelledPublished, projected, modelledProjected }): Finding => ({
        rule: 'leaver-rate-by-area',
        severity: 'warning',
        message: `Leaver rate published ${percent(published)}, modelled ${percent(modelledPublished)}; to be projected ${percent(projected)}, modelled ${percent(modelledProjected)}.`,
        place: `${group}, ${reference.areas[area]!.code}`,
      }),
    ),
  ]
}

const percent = (value: number): string => `${(value * 100).toFixed(2)} %`

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
