import { betaCumulative } from './beta-cumulative.ts'
import { findRoot } from './find-root.ts'

/**
 * Quantile of the beta distribution on 0 to 1, by bisection of its distribution function: for shares, such as
 * those who finish a course. With mean m and as much weight as n cases, the shapes are m n and (1 - m) n.
 * @param alpha first shape, above 0 @param beta second shape, above 0
 * @param p probability strictly between 0 and 1
 * @throws RangeError outside those limits
 */
export function betaQuantile(alpha: number, beta: number, p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`a probability strictly between 0 and 1 is needed, found ${p}`)
  return findRoot((x) => betaCumulative(alpha, beta, x) - p, 0, 1)
}
