/**
 * Adds numbers to others, place by place. A function of its own, since the loop of an asynchronous one isn’t
 * compiled while it runs.
 */
export function add(sum: Float64Array, more: Float64Array): void {
  for (let i = 0; i < sum.length; i++) sum[i]! += more[i]!
}
