/** Weights of years, the newest last, that fall by a factor a year and sum to 1. @param memory that factor */
export function yearWeights(years: number, memory: number): readonly number[] {
  const weights = new Array<number>(years).fill(1)
  for (let k = years - 2; k >= 0; k--) weights[k] = weights[k + 1]! * memory
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / total)
}

/** How many years of equal weight know as much: 1 / Σ weight². */
export const effectiveYears = (weights: readonly number[]): number =>
  1 / weights.reduce((sum, weight) => sum + weight * weight, 0)

export const weighted = (values: readonly number[], weights: readonly number[]): number =>
  values.reduce((sum, value, k) => sum + value * weights[k]!, 0)

/** Median of a list that is not empty; the mean of the middle two where there are two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

/** Standard deviation of a normal distribution over the median of its absolute values. */
const NORMAL_OVER_MEDIAN = 1.482602218505602

/** Standard deviation of values around 0 that a few wild ones don't move: 1.48 times the median absolute value. */
export const robustSpread = (values: readonly number[]): number =>
  NORMAL_OVER_MEDIAN * median(values.map(Math.abs))
