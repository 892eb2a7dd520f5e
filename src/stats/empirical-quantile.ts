/**
 * Quantile of a list of equally likely values: the smallest value at or below which lies at least the share p
 * of the list (the inverse of its distribution function; R's type 1). It only ever gives values of the list.
 * @param sorted the values in rising order, at least one
 * @param p probability strictly between 0 and 1
 * @throws RangeError without values or outside that interval
 */
export function empiricalQuantile(sorted: readonly number[], p: number): number {
  if (sorted.length === 0) throw new RangeError('a list of values needs at least one')
  if (!(p > 0 && p < 1)) throw new RangeError(`a probability strictly between 0 and 1 is needed, found ${p}`)
  return sorted[Math.ceil(p * sorted.length) - 1]!
}
