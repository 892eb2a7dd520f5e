import { expectGrowth, expectRate } from '../../backtest/expected-pace.ts'
import type { BacktestSettings } from '../../backtest/read-backtest.ts'
import { rivalPoints, rivalSpreads } from '../../backtest/rivals.ts'
import { scoreDraws, scoreNormal } from '../../backtest/score-forecast.ts'
import { partOf } from '../../backtest/split.ts'
import {
  BACKTEST_PERCENTILES,
  type BacktestFamily,
  type BacktestPart,
  type BacktestWidths,
  type ObservedSeries,
  type PastForecast,
  RIVALS,
  type Rival,
} from '../../domain/backtest.ts'
import type { Simulate } from '../../domain/ensemble.ts'
import { MEASURES } from '../../domain/measure.ts'
import { empiricalQuantile } from '../../stats/empirical-quantile.ts'
import { seriesModel } from './series-model.ts'

/** Values that a series must have at an origin: two yearly changes. */
export const LEAST_KNOWN = 3

/** What one origin of one family is projected from. */
export interface OriginRequest {
  readonly family: BacktestFamily
  /** All series of the family. */
  readonly series: readonly ObservedSeries[]
  readonly settings: BacktestSettings
  readonly widths: BacktestWidths
  /** Year of the last figure that is known. */
  readonly origin: number
  readonly seed: number
  readonly draws: number
  /** Which half to project, where not both: what is expected rests on both halves' past all the same. */
  readonly only?: BacktestPart
}

/** Values of a series up to and with a year. */
const knownUpTo = ({ firstYear, values }: ObservedSeries, year: number): readonly number[] =>
  values.slice(0, Math.max(0, year - firstYear + 1))

/** Origins of a family: every year with enough known before it and something after it. */
export function originsOf(series: readonly ObservedSeries[]): readonly number[] {
  const first = Math.min(...series.map(({ firstYear }) => firstYear)) + LEAST_KNOWN - 1
  const last = Math.max(...series.map(({ firstYear, values }) => firstYear + values.length - 1))
  return Array.from({ length: Math.max(0, last - first) }, (_, k) => first + k)
}

/**
 * Projects every series of a family from one origin, with what was known then, and scores it against what came
 * true. Nothing after the origin enters but as the outcome.
 */
export async function projectOrigin(
  { family, series, settings, widths, origin, seed, draws, only }: OriginRequest,
  simulate: Simulate,
): Promise<readonly PastForecast[]> {
  const first = Math.min(...series.map(({ firstYear }) => firstYear))
  const everyStarted = series.filter(
    (one) => one.firstYear === first && knownUpTo(one, origin).length > origin - first,
  )
  const years = Math.max(...everyStarted.map(({ values }) => first + values.length - 1 - origin))
  const wanted = everyStarted.flatMap((one, i) =>
    only === undefined || partOf(one.code) === only ? [i] : [],
  )
  if (wanted.length === 0 || years < 1) return []
  const everyKnown = everyStarted.map((one) => knownUpTo(one, origin))
  const everyExpected = (family.kind === 'rate' ? expectRate : expectGrowth)(everyKnown, settings)
  const spreads = rivalSpreads(everyKnown, settings.damping)
  const started = wanted.map((i) => everyStarted[i]!)
  const known = wanted.map((i) => everyKnown[i]!)
  const expected = wanted.map((i) => everyExpected[i]!)
  const atOrigin = started.map(({ code }, i) => ({
    code,
    last: known[i]!.at(-1)!,
    expectation: expected[i]!,
  }))
  const { kept } = await simulate({
    model: seriesModel(family, atOrigin, widths, origin, years),
    aggregation: {
      start: Int32Array.from({ length: started.length + 1 }, (_, i) => i),
      members: Int32Array.from(started, (_, i) => i),
    },
    seed,
    draws,
    // So that what one series draws depends on nothing but its own names.
    design: 'random',
    measures: ['supply_heads', 'leavers_heads'],
    rollUp: false,
    keep: { units: [0], series: started.map((_, i) => i) },
  })
  return started.flatMap(({ code, values, firstYear }, i) => {
    const points = Object.fromEntries(
      RIVALS.map((rival) => [rival, rivalPoints(rival, known[i]!, years, settings.damping)]),
    ) as Record<Rival, readonly number[]>
    return values.slice(origin - firstYear + 1).map((actual, h): PastForecast => {
      const horizon = h + 1
      const drawn = drawsOf(kept!, { family, series: i, years, draws }, horizon)
      const sorted = [...drawn].sort((a, b) => a - b)
      const percentiles = BACKTEST_PERCENTILES.map((percent) => empiricalQuantile(sorted, percent / 100))
      const rival = (name: Rival) => {
        const median = points[name][h]!
        const sd = spreads[name] * Math.sqrt(horizon) * Math.abs(median)
        return { median, scores: scoreNormal(median, sd, actual) }
      }
      return {
        family: family.code,
        code,
        part: partOf(code),
        origin,
        horizon,
        last: known[i]!.at(-1)!,
        actual,
        percentiles,
        scores: scoreDraws(sorted, percentiles, actual),
        rivals: { last: rival('last'), linear: rival('linear'), damped: rival('damped') },
      }
    })
  })
}

const HEADS = MEASURES.findIndex(({ code }) => code === 'supply_heads')
const LEAVERS = MEASURES.findIndex(({ code }) => code === 'leavers_heads')

/** Draws of a series some years after the origin: staff in post, or leavers over those in post a year before. */
function drawsOf(
  kept: Float64Array,
  at: {
    readonly family: BacktestFamily
    readonly series: number
    readonly years: number
    readonly draws: number
  },
  year: number,
): readonly number[] {
  const read = (t: number, measure: number): Float64Array => {
    const start = ((at.series * (at.years + 1) + t) * MEASURES.length + measure) * at.draws
    return kept.subarray(start, start + at.draws)
  }
  if (at.family.kind === 'stock') return [...read(year, HEADS)]
  const before = read(year - 1, HEADS)
  return [...read(year, LEAVERS)].map((leavers, draw) => leavers / before[draw]!)
}
