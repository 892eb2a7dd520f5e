import exp from '@stdlib/math-base-special-exp'
import ln from '@stdlib/math-base-special-ln'
import type { Expectation } from '../../backtest/expected-pace.ts'
import type { BacktestFamily, BacktestWidths } from '../../domain/backtest.ts'
import type { EngineModel, UncertainFactor, UncertaintyTarget } from '../../domain/engine-model.ts'
import type { EffectTarget, PolicyEffect } from '../../domain/policy.ts'
import { type Group, groupModel } from '../examples/group-model.ts'

/** A series at its origin: what was known of it, and what that says of its future. */
export interface SeriesAtOrigin {
  readonly code: string
  readonly last: number
  readonly expectation: Expectation
}

/** Fewest joiners, as a share of those who go out: a body of staff never shuts its doors altogether. */
const LEAST_JOINERS = 0.1
/** Staff in post where a rate is projected: any number will do, since the rate is a share of it. */
const RATE_STAFF = 1000
/** No draw of a hazard or of joiners is spread by more than this, in logarithms. */
const WIDEST = 1.5

/** Ways out and in of a series in a year, as shares of staff in post at the origin. */
function flowsOf(
  { kind, exits }: BacktestFamily,
  { expectation: { pace } }: SeriesAtOrigin,
): { readonly out: number; readonly in: number } {
  // A rate is the share that leaves; joiners make up for it.
  if (kind === 'rate') return { out: Math.min(exp(pace), 0.95), in: exp(pace) }
  const growth = exp(pace) - 1
  // Where staff shrink faster than exits alone would make them, more must go out.
  const out = Math.max(exits, -growth / (1 - LEAST_JOINERS))
  return { out, in: out + growth }
}

/**
 * The engine's model of the series of a family at one origin: each is an occupation of its own in one area,
 * with the exits of its family and as many joiners a year as its expected growth asks for. Uncertain are
 * the joiners and the hazard of leaving (level and random walk, as in the model of England), and, as an effect
 * of each year by itself, the joiners of that year. Of a rate it is the hazard of leaving alone.
 * @param origin year of the last value known, the model's base year
 */
export function seriesModel(
  family: BacktestFamily,
  series: readonly SeriesAtOrigin[],
  widths: BacktestWidths,
  origin: number,
  years: number,
): EngineModel {
  const isRate = family.kind === 'rate'
  const groups = series.map((one): Group => {
    const flows = flowsOf(family, one)
    const heads = isRate ? RATE_STAFF : one.last
    return {
      heads: [heads, 0],
      ftePerHead: [1, 1],
      leaving: [-ln(1 - flows.out), 0],
      joinersFemale: 1,
      others: heads * flows.in,
    }
  })
  const factor = (target: UncertaintyTarget, i: number, level: number, walk: number): UncertainFactor => ({
    id: `${target} ${family.code} ${series[i]!.code} ${origin}`,
    target,
    members: Int32Array.of(i),
    distribution: { kind: 'lognormal', median: 1, sdLog: Math.min(WIDEST, level) },
    walk: Math.min(WIDEST, walk),
  })
  const yearly = (target: EffectTarget, i: number, sd: number): PolicyEffect[] =>
    Array.from({ length: years }, (_, year) => ({
      id: `${target} ${family.code} ${series[i]!.code} ${origin} in year ${year}`,
      lever: 'year-by-itself',
      target,
      members: Int32Array.of(i),
      path: Float64Array.from({ length: years }, (_, y) => (y === year ? 1 : 0)),
      strength: { kind: 'normal' as const, mean: 0, sd: Math.min(WIDEST, sd) },
    }))
  const uncertainty = series.flatMap((one, i) => {
    const { paceSpread, wander } = one.expectation
    const level = paceSpread * widths.trend
    const walk = wander * widths.trend
    if (isRate) return [factor('leave', i, level, walk)]
    const flows = flowsOf(family, one)
    // Alike on both flows, so that their draws together spread growth as stated.
    const share = Math.sqrt(flows.in * flows.in + flows.out * flows.out)
    return [factor('return', i, level / share, walk / share), factor('leave', i, level / share, walk / share)]
  })
  const effects = series.flatMap((one, i) => {
    const swing = one.expectation.swing * widths.shock
    return isRate ? yearly('leave', i, swing) : yearly('return', i, swing / flowsOf(family, one).in)
  })
  const model = groupModel({
    baseYear: origin,
    years,
    groups,
    activity: [new Array<number>(years + 1).fill(1)],
  })
  return { ...model, uncertainty, effects }
}
