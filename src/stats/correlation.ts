/**
 * Pearson's correlation of two series of the same places.
 * @returns NaN where either series has fewer than two values or doesn't vary
 */
export function correlation(xs: readonly number[], ys: readonly number[]): number {
  const count = xs.length
  if (count < 2 || ys.length !== count) return Number.NaN
  const meanX = xs.reduce((a, b) => a + b, 0) / count
  const meanY = ys.reduce((a, b) => a + b, 0) / count
  let both = 0
  let squareX = 0
  let squareY = 0
  for (let i = 0; i < count; i++) {
    const x = xs[i]! - meanX
    const y = ys[i]! - meanY
    both += x * y
    squareX += x * x
    squareY += y * y
  }
  return both / Math.sqrt(squareX * squareY)
}
