import { cholesky } from './cholesky.ts'
import { normalCumulative } from './normal-cumulative.ts'
import { normalQuantile } from './normal-quantile.ts'

/** Nearest doubles to 0 and 1 that quantile functions take. */
const LEAST = Number.EPSILON / 2
const MOST = 1 - Number.EPSILON / 2

/** Turns independent probabilities of one draw into correlated ones. */
export type Copula = (independent: ArrayLike<number>) => Float64Array

/**
 * Gaussian copula of a group of assumptions: each keeps its own distribution, and their normal scores have the
 * given correlations. Feed the result to each one's quantile function. Between two, Spearman's rank correlation
 * is then (6/π) arcsin(ρ/2), a little under ρ.
 * @param correlations of the normal scores; symmetric, with 1 on the diagonal
 * @returns from as many independent probabilities strictly between 0 and 1, as many correlated ones, also so;
 * the first is as it was, to rounding
 * @throws RangeError where the matrix isn't one of correlations, or they can't all hold together
 */
export function createGaussianCopula(correlations: readonly (readonly number[])[]): Copula {
  for (const [i, row] of correlations.entries()) {
    const isOne = row[i] === 1 && row.length === correlations.length
    if (!isOne || row.some((value, j) => value !== correlations[j]![i]))
      throw new RangeError(`not a matrix of correlations: row ${i + 1}`)
  }
  const factor = cholesky(correlations)
  return (independent) => {
    const scores = Float64Array.from(factor, (_, i) => normalQuantile(independent[i]!))
    return Float64Array.from(factor, (row) => {
      const score = row.reduce((sum, weight, j) => sum + weight * scores[j]!, 0)
      return Math.min(Math.max(normalCumulative(score), LEAST), MOST)
    })
  }
}
