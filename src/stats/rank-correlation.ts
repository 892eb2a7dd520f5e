import { correlation } from './correlation.ts'

/**
 * Spearman's rank correlation of two series of the same places; equal values share the mean of their ranks.
 * @returns NaN where either series has fewer than two values or doesn't vary
 */
export const rankCorrelation = (xs: readonly number[], ys: readonly number[]): number =>
  correlation(ranks(xs), ranks(ys))

function ranks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!)
  const result = new Array<number>(values.length).fill(0)
  for (let start = 0; start < order.length; ) {
    let end = start + 1
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++
    for (let k = start; k < end; k++) result[order[k]!] = (start + end - 1) / 2
    start = end
  }
  return result
}
