import { mean, quantileSorted } from 'd3-array'
import type { Estimate } from '../domain/sensitivity.ts'
import { sobolIndices } from '../stats/sobol-indices.ts'

/** Resamples that intervals of shares rest on, and the share of them that an interval holds. */
const RESAMPLES = 200
const CONFIDENCE = 0.95

/**
 * Shares of an output's variance by group.
 * @param rows the output under the settings of `saltelliRows`, pair of draws by pair [pair x (groups + 2)]
 * @returns for each group the share that goes with it alone and the one that stays with it
 */
export function varianceShares(
  rows: Float64Array,
  groups: number,
  seed: number,
): { readonly first: Estimate; readonly total: Estimate }[] {
  const width = groups + 2
  const pairs = Array.from({ length: rows.length / width }, (_, j) =>
    rows.subarray(j * width, (j + 1) * width),
  )
  return sobolIndices(pairs, { seed, resamples: RESAMPLES, confidence: CONFIDENCE })
}

/** Mean, p10 and p90 of draws (R type 7). */
export function summary(draws: Float64Array): {
  readonly mean: number
  readonly p10: number
  readonly p90: number
} {
  // Typed arrays sort by size, NaN last.
  const sorted = Array.from(draws.slice().sort())
  return { mean: mean(draws)!, p10: quantileSorted(sorted, 0.1)!, p90: quantileSorted(sorted, 0.9)! }
}
