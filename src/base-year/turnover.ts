import type { AssumptionBook, Judged } from '../domain/assumption-book.ts'
import type { RateGroup } from '../domain/base-year.ts'
import type { Reference } from '../domain/reference.ts'
import type { StaffFlow, Statistics } from '../domain/statistics.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { shrinkRates } from '../stats/shrink.ts'
import { annualisedMonthlyRate } from '../units/annual-rate.ts'
import type { CareRelatives } from './care-areas.ts'

/** Joining and leaving at the base. */
export interface Turnover {
  /** Leavers a year over staff in post [o]. */
  readonly leaverRate: Float64Array
  /** Joiners a year over staff in post [o]. */
  readonly joinerRate: Float64Array
  /** Staff whose leaver rates are known by area. */
  readonly rateGroups: readonly RateGroup[]
}

type Rates = Judged<{ readonly leaverRate: number; readonly joinerRate: number }>

/** The sector whose areas’ turnover is published for all its staff together. */
const CARE = 'social-care'
const MONTHS = 12

/**
 * Leaver and joiner rates of every occupation, and the leaver rates of areas.
 * Staff groups of the turnover file: twelve times the month's events over mean staff in post, times the
 * annualisation factor; an occupation with a row of its own in `turnover-rates.csv` has that rate and the
 * rest of its group what is then left of the group's. The areas' rates of the projection are by empirical
 * Bayes, since a month's leavers of a small group are few. Social care: national rates, areas by the
 * published turnover of their councils. Other occupations: no area difference.
 * @param heads staff in post [o][r]
 * @throws HeadroomError where a table lacks a row, or own rates leave nothing for the rest of a group
 */
export function fitTurnover(
  reference: Reference,
  statistics: Statistics,
  book: AssumptionBook,
  heads: Float64Array,
  care: CareRelatives,
): Turnover {
  const { occupations, areas } = reference
  const leaverRate = new Float64Array(occupations.length)
  const joinerRate = new Float64Array(occupations.length)
  const rateGroups: RateGroup[] = []
  const total = (o: number): number =>
    heads.subarray(o * areas.length, (o + 1) * areas.length).reduce((a, b) => a + b, 0)
  for (const { code } of reference.staffGroups) {
    const members = occupations.flatMap(({ staffGroup }, o) => (staffGroup === code ? [o] : []))
    const flows = statistics.flows.filter(
      ({ staffGroup, unit }) => staffGroup === code && unit === 'headcount',
    )
    if (flows.length > 0) {
      const group = ofCountedGroup(reference, book, code, members, flows)
      rateGroups.push(group)
      const own = members.map((o) => book.turnover.get(occupations[o]!.code))
      const weights = members.map(total)
      const leaving = divide(group.leaverRate, weights, own, (row) => row.leaverRate)
      const joining = divide(group.joinerRate, weights, own, (row) => row.joinerRate)
      for (const [m, o] of members.entries()) {
        leaverRate[o] = leaving[m]!
        joinerRate[o] = joining[m]!
      }
    } else
      for (const o of members) {
        const rates = book.turnover.get(occupations[o]!.code)
        if (!rates)
          throw new HeadroomError('table-incomplete', {
            file: 'data/assumptions/turnover-rates.csv',
            missing: occupations[o]!.code,
          })
        leaverRate[o] = rates.leaverRate
        joinerRate[o] = rates.joinerRate
      }
  }
  rateGroups.push(ofCare(reference, heads, leaverRate, care))
  return { leaverRate, joinerRate, rateGroups }
}

/** A staff group of the turnover file. */
function ofCountedGroup(
  reference: Reference,
  book: AssumptionBook,
  code: string,
  members: readonly number[],
  flows: readonly StaffFlow[],
): RateGroup & { readonly leaverRate: number; readonly joinerRate: number } {
  const factors = book.annualisation.get(code)
  if (!factors)
    throw new HeadroomError('table-incomplete', {
      file: 'data/assumptions/annualisation.csv',
      missing: code,
    })
  const sum = (pick: (flow: StaffFlow) => number, area?: string): number =>
    flows.reduce((all, flow) => (area === undefined || flow.area === area ? all + pick(flow) : all), 0)
  const opening = sum((flow) => flow.opening)
  const closing = sum((flow) => flow.closing)
  const leavers = sum((flow) => flow.leavers)
  const joiners = sum((flow) => flow.joiners)
  const leaverRate = annualisedMonthlyRate(leavers, opening, closing) * factors.leaverFactor
  const left = reference.areas.map((area) => sum((flow) => flow.leavers, area.code))
  const staff = reference.areas.map(
    (area) => (sum((flow) => flow.opening, area.code) + sum((flow) => flow.closing, area.code)) / 2,
  )
  const mean = (opening + closing) / 2
  const relative = shrinkRates(
    left,
    staff.map((people) => (leavers * people) / mean),
  )
  const heads = reference.areas.map((area) => sum((flow) => flow.closing, area.code))
  return {
    code,
    members,
    leaverRate,
    joinerRate: annualisedMonthlyRate(joiners, opening, closing) * factors.joinerFactor,
    leavesFile: true,
    observed: Float64Array.from(left, (count, r) =>
      staff[r]! > 0 ? ((MONTHS * count) / staff[r]!) * factors.leaverFactor : Number.NaN,
    ),
    projected: levelled(relative, heads, leaverRate),
    month: { opening, closing, joiners, leavers },
  }
}

/** All social care staff together: the occupations' national rates, moved by their area's turnover. */
function ofCare(
  { occupations, areas }: Reference,
  heads: Float64Array,
  leaverRate: Float64Array,
  care: CareRelatives,
): RateGroup {
  const members = occupations.flatMap(({ sector }, o) => (sector === CARE ? [o] : []))
  const staff = areas.map((_, r) => members.reduce((sum, o) => sum + heads[o * areas.length + r]!, 0))
  const expected = areas.map(
    (_, r) => members.reduce((sum, o) => sum + leaverRate[o]! * heads[o * areas.length + r]!, 0) / staff[r]!,
  )
  const national = weightedMean(expected, staff)
  const moved = (relative: readonly number[]): Float64Array =>
    levelled(
      relative.map((value, r) => (value * expected[r]!) / national),
      staff,
      national,
    )
  return {
    code: CARE,
    members,
    leavesFile: false,
    observed: moved(care.turnoverLatest),
    projected: moved(care.turnover),
    month: null,
  }
}

/** Rates in proportion to relative ones, whose mean weighted by staff is the national rate [r]. */
function levelled(relative: ArrayLike<number>, staff: readonly number[], national: number): Float64Array {
  const mean = weightedMean(relative, staff)
  return Float64Array.from(relative, (value) => (value * national) / mean)
}

function weightedMean(values: ArrayLike<number>, weights: readonly number[]): number {
  let sum = 0
  let total = 0
  for (const [i, weight] of weights.entries()) {
    if (weight <= 0) continue
    sum += weight * values[i]!
    total += weight
  }
  return sum / total
}

/** Members' rates: their own row's, and for the others what leaves the group's rate as it is. */
function divide(
  group: number,
  heads: readonly number[],
  own: readonly (Rates | undefined)[],
  pick: (row: Rates) => number,
): number[] {
  let all = 0
  let taken = 0
  let rest = 0
  for (const [m, people] of heads.entries()) {
    const row = own[m]
    all += people
    if (row) taken += pick(row) * people
    else rest += people
  }
  const rate = (group * all - taken) / rest
  const last = own.findLast((row) => row !== undefined)
  if (last && !(rest > 0 && rate >= 0))
    throw new HeadroomError('table-cell', {
      file: last.judgement.file,
      row: last.judgement.row,
      column: 'leaver_rate',
      expected: `rates of single occupations that leave some of the group’s ${(group * 100).toFixed(1)} % a year to the rest`,
      found: String(pick(last)),
    })
  return own.map((row) => (row ? pick(row) : rate))
}
