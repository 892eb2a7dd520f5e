import { bootstrapIntervals, type EstimateInterval, type Resampling } from './bootstrap-intervals.ts'

/** A share of variance with its interval. */
export interface SobolIndex extends EstimateInterval {
  readonly estimate: number
}

/** How much of a figure's variance one factor accounts for. */
export interface SobolIndices {
  /** Share that would go if the factor alone were known. */
  readonly first: SobolIndex
  /** Share that would stay if all but the factor were known: with its part in interactions. */
  readonly total: SobolIndex
}

/**
 * Sobol' indices of each factor: first order by Saltelli's estimator of 2010, total by Jansen's (Saltelli and
 * others, Computer Physics Communications 181, 2010, 259-270, table 2, rows b and f). Estimates of small indices
 * may fall a little below 0. Intervals take the draws as independent; those of a scrambled Sobol design are
 * surer than that.
 * @param outputs for each draw the figure under the k + 2 settings of `saltelliRows`, in their order
 * @returns one pair of indices for each factor; NaN where the figure doesn't vary
 * @throws RangeError with fewer than two draws
 */
export function sobolIndices(outputs: readonly ArrayLike<number>[], resampling: Resampling): SobolIndices[] {
  if (outputs.length < 2) throw new RangeError('indices need at least two draws')
  const factors = outputs[0]!.length - 2
  const rows = centred(outputs)
  const everyDraw = Uint32Array.from(rows.keys())
  const estimates = estimate(rows, everyDraw, factors)
  const intervals = bootstrapIntervals(rows.length, (chosen) => estimate(rows, chosen, factors), resampling)
  const index = (k: number): SobolIndex => ({ estimate: estimates[k]!, ...intervals[k]! })
  return Array.from({ length: factors }, (_, factor) => ({
    first: index(factor),
    total: index(factors + factor),
  }))
}

/** Less the mean, so that squares keep their digits; by way of one value, so that a constant comes to exactly 0. */
function centred(outputs: readonly ArrayLike<number>[]): Float64Array[] {
  const anchor = outputs[0]![0]!
  const sum = outputs.reduce((total, row) => total + (row[0]! - anchor) + (row[1]! - anchor), 0)
  const mean = sum / (2 * outputs.length)
  return outputs.map((row) => Float64Array.from(row, (value) => value - anchor - mean))
}

/** First-order indices of all factors, then the total ones. */
function estimate(rows: readonly Float64Array[], chosen: Uint32Array, factors: number): number[] {
  const first = new Float64Array(factors)
  const total = new Float64Array(factors)
  let sum = 0
  let squares = 0
  for (const draw of chosen) {
    const row = rows[draw]!
    const a = row[0]!
    const b = row[1]!
    sum += a + b
    squares += a * a + b * b
    for (let factor = 0; factor < factors; factor++) {
      const change = row[factor + 2]! - a
      first[factor]! += b * change
      total[factor]! += change * change
    }
  }
  const draws = chosen.length
  const mean = sum / (2 * draws)
  const variance = squares / (2 * draws) - mean * mean
  return [...first.map((x) => x / draws / variance), ...total.map((x) => x / (2 * draws) / variance)]
}
