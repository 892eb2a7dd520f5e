/**
 * Quantile of values in rising order, between two of them in proportion (Hyndman and Fan’s definition 7, R’s default).
 * @param p probability from 0 to 1
 * @returns NaN where there are no values
 */
export function quantileSorted(sorted: ArrayLike<number>, p: number): number {
  const place = (sorted.length - 1) * p
  const below = Math.floor(place)
  const low = sorted[below] ?? Number.NaN
  const high = sorted[below + 1] ?? low
  return low + (high - low) * (place - below)
}
