import ln from '@stdlib/math-base-special-ln'
import type { BacktestSettings } from './read-backtest.ts'
import { effectiveYears, median, robustSpread, weighted, yearWeights } from './weights.ts'

/** Years of a family's usual swing that a series' own counts beside. */
const FAMILY_YEARS = 4
/** A year's change farther from the usual than this many spreads counts as that far. */
const FARTHEST = 4

/** What a series' past says of its future, and how surely. Shares a year, or logarithms of a rate. */
export interface Expectation {
  /** Growth a year; of a rate, the logarithm of its level. */
  readonly pace: number
  /** Standard deviations: of that pace, of the swing of a single year, and of how the pace wanders in a year. */
  readonly paceSpread: number
  readonly swing: number
  readonly wander: number
}

/** How far a series differs from its family, drawn towards it by how much of that chance could make. */
interface OwnParts {
  readonly differences: readonly number[]
  readonly spread: number
  /** Swing of a single year beside the family's [i]. */
  readonly swings: readonly number[]
}

/**
 * Growth expected of the series of a family, from their values up to the origin and nothing else. The
 * family's growth is the median of its series', weighted towards recent years, and is drawn towards the
 * prior the more it has swung; a series' difference from its family is drawn towards none by how much of
 * the differences chance could make (one-way random effects, variances from medians).
 * @param values of each series, the same years for all, at least three, the newest last
 * @returns one expectation a series
 */
export function expectGrowth(
  values: readonly (readonly number[])[],
  settings: BacktestSettings,
): readonly Expectation[] {
  const growth = values.map((own) => own.slice(1).map((value, k) => ln(value / own[k]!)))
  const years = growth[0]!.length
  const weights = yearWeights(years, settings.memory)
  const middles = weights.map((_, k) => median(growth.map((own) => own[k]!)))
  const mean = weighted(middles, weights)
  const { priorGrowth, priorSpread, usualSwing, usualSwingYears, likeness } = settings
  const squares = middles.reduce((sum, middle) => sum + (middle - mean) * (middle - mean), 0)
  const familySwing2 = (squares + usualSwingYears * usualSwing * usualSwing) / (years - 1 + usualSwingYears)
  const prior2 = priorSpread * priorSpread
  const kept = prior2 / (prior2 + (likeness * familySwing2) / effectiveYears(weights))
  const own = ownParts(growth, middles, weights)
  return own.differences.map((difference, i) => {
    const swing = Math.sqrt(own.swings[i]! * own.swings[i]! + familySwing2)
    return {
      pace: priorGrowth + kept * (mean - priorGrowth) + difference,
      paceSpread: Math.sqrt(prior2 * (1 - kept) + own.spread * own.spread),
      swing,
      wander: settings.wander * swing,
    }
  })
}

/**
 * Level expected of rates, as a logarithm: the family's newest, drawn towards the mean of the years known,
 * and each series' difference from its family as for growth.
 * @param values rates of each series, the same years for all, at least three, the newest last
 */
export function expectRate(
  values: readonly (readonly number[])[],
  settings: BacktestSettings,
): readonly Expectation[] {
  const levels = values.map((own) => own.map((value) => ln(value)))
  const years = levels[0]!.length
  const weights = yearWeights(years, settings.memory)
  const middles = weights.map((_, k) => median(levels.map((own) => own[k]!)))
  const mean = middles.reduce((sum, middle) => sum + middle, 0) / years
  const level = settings.rateMemory * middles[years - 1]! + (1 - settings.rateMemory) * mean
  const steps = middles.slice(1).map((middle, k) => middle - middles[k]!)
  const step2 = steps.reduce((sum, step) => sum + step * step, 0) / steps.length
  const own = ownParts(levels, middles, weights)
  return own.differences.map((difference, i) => ({
    pace: level + difference,
    paceSpread: own.spread,
    swing: own.swings[i]!,
    wander: Math.sqrt(step2),
  }))
}

function ownParts(
  values: readonly (readonly number[])[],
  middles: readonly number[],
  weights: readonly number[],
): OwnParts {
  const years = middles.length
  const apart = values.map((own) => own.map((value, k) => value - middles[k]!))
  const means = apart.map((own) => weighted(own, weights))
  const left = apart.map((own, i) => own.map((value) => value - means[i]!))
  const usual = robustSpread(left.flat()) * Math.sqrt(years / (years - 1))
  const noise2 = (usual * usual) / effectiveYears(weights)
  const middle = median(means)
  const between = robustSpread(means.map((mean) => mean - middle))
  const signal2 = Math.max(0, between * between - noise2)
  const kept = signal2 > 0 ? signal2 / (signal2 + noise2) : 0
  return {
    differences: means.map((mean) => kept * mean),
    spread: Math.sqrt(signal2 * (1 - kept)),
    swings: left.map((own) => {
      const squares = own.reduce((sum, value) => {
        const bounded = Math.min(Math.abs(value), FARTHEST * usual)
        return sum + bounded * bounded
      }, 0)
      return Math.sqrt((squares + FAMILY_YEARS * usual * usual) / (years - 1 + FAMILY_YEARS))
    }),
  }
}
