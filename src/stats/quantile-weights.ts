import { betaCumulative } from './beta-cumulative.ts'

/**
 * Weights of the order statistics of n values in the estimate of a quantile by Harrell and Davis: the mean of
 * the quantile's sampling distribution, which moves smoothly with the values where a single order statistic
 * jumps from one value to the next.
 * Harrell and Davis, A new distribution-free quantile estimator, Biometrika 69 (1982), 635-640.
 * @param n number of values, 1 or more
 * @param p probability strictly between 0 and 1
 * @returns weights of the values in rising order, adding up to 1
 */
export function quantileWeights(n: number, p: number): Float64Array {
  if (!(p > 0 && p < 1)) throw new RangeError(`a probability strictly between 0 and 1 is needed, found ${p}`)
  const below = Float64Array.from({ length: n + 1 }, (_, i) =>
    i === 0 ? 0 : i === n ? 1 : betaCumulative((n + 1) * p, (n + 1) * (1 - p), i / n),
  )
  return Float64Array.from({ length: n }, (_, i) => below[i + 1]! - below[i]!)
}
