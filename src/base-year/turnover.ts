import type { AssumptionBook } from '../domain/assumption-book.ts'
import type { Reference } from '../domain/reference.ts'
import type { StaffFlow, Statistics } from '../domain/statistics.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { shrinkRates } from '../stats/shrink.ts'
import { annualisedMonthlyRate } from '../units/annual-rate.ts'

/** Joining and leaving at the base. */
export interface Turnover {
  /** Leavers a year over staff in post [o]. */
  readonly leaverRate: Float64Array
  /** Joiners a year over staff in post [o]. */
  readonly joinerRate: Float64Array
  /** The area's leaving relative to the nation's for its staff group or sector, weighted mean 1 [o][r]. */
  readonly leaverArea: Float64Array
}

/**
 * Leaver and joiner rates of every occupation, and how areas differ.
 * Staff groups of the turnover file: twelve times the month's events over mean staff in post, times the
 * annualisation factor; areas by empirical Bayes, since a month's leavers of a small group are few. Social
 * care: areas by the published turnover of their councils. Other occupations: no area difference.
 * @param heads staff in post [o][r], the weights that keep the mean of area factors at 1
 */
export function fitTurnover(
  reference: Reference,
  statistics: Statistics,
  book: AssumptionBook,
  heads: Float64Array,
): Turnover {
  const { occupations, areas } = reference
  const leaverRate = new Float64Array(occupations.length)
  const joinerRate = new Float64Array(occupations.length)
  const leaverArea = new Float64Array(occupations.length * areas.length).fill(1)
  const groups = new Map(
    reference.staffGroups.map(({ code }) => [code, groupTurnover(reference, statistics, book, code)]),
  )
  for (const [o, occupation] of occupations.entries()) {
    const group = groups.get(occupation.staffGroup)
    const rates = group ?? book.turnover.get(occupation.code)
    if (!rates)
      throw new HeadroomError('table-incomplete', {
        file: 'data/assumptions/turnover-rates.csv',
        missing: occupation.code,
      })
    leaverRate[o] = rates.leaverRate
    joinerRate[o] = rates.joinerRate
    const relative =
      group?.areas ?? (occupation.sector === 'social-care' ? careRelatives(reference, statistics) : null)
    if (!relative) continue
    let weighted = 0
    let total = 0
    for (let r = 0; r < areas.length; r++) {
      weighted += relative[r]! * heads[o * areas.length + r]!
      total += heads[o * areas.length + r]!
    }
    for (let r = 0; r < areas.length; r++)
      leaverArea[o * areas.length + r] = total > 0 ? (relative[r]! * total) / weighted : 1
  }
  return { leaverRate, joinerRate, leaverArea }
}

interface GroupTurnover {
  readonly leaverRate: number
  readonly joinerRate: number
  readonly areas: Float64Array
}

function groupTurnover(
  reference: Reference,
  statistics: Statistics,
  book: AssumptionBook,
  group: string,
): GroupTurnover | null {
  const flows = statistics.flows.filter(
    ({ staffGroup, unit }) => staffGroup === group && unit === 'headcount',
  )
  if (flows.length === 0) return null
  const factors = book.annualisation.get(group)
  if (!factors)
    throw new HeadroomError('table-incomplete', {
      file: 'data/assumptions/annualisation.csv',
      missing: group,
    })
  const sum = (pick: (flow: StaffFlow) => number, area?: string): number =>
    flows.reduce((total, flow) => (area === undefined || flow.area === area ? total + pick(flow) : total), 0)
  const opening = sum((flow) => flow.opening)
  const closing = sum((flow) => flow.closing)
  const leavers = sum((flow) => flow.leavers)
  const monthly = leavers / ((opening + closing) / 2)
  const observed = reference.areas.map(({ code }) => sum((flow) => flow.leavers, code))
  const expected = reference.areas.map(
    ({ code }) => (monthly * (sum((flow) => flow.opening, code) + sum((flow) => flow.closing, code))) / 2,
  )
  return {
    leaverRate: annualisedMonthlyRate(leavers, opening, closing) * factors.leaverFactor,
    joinerRate:
      annualisedMonthlyRate(
        sum((flow) => flow.joiners),
        opening,
        closing,
      ) * factors.joinerFactor,
    areas: shrinkRates(observed, expected),
  }
}

function careRelatives(reference: Reference, statistics: Statistics): Float64Array {
  const published = reference.areas.map(({ code }) => statistics.careTurnover.get(code))
  const known = published.filter((rate) => rate !== undefined)
  const mean = known.reduce((a, b) => a + b, 0) / known.length
  // An area none of whose councils publishes a rate is taken to be average.
  return Float64Array.from(published, (rate) => (rate === undefined ? 1 : rate / mean))
}
