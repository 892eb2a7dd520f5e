import ln from '@stdlib/math-base-special-ln'

const HALF_LN_TWO_PI = 0.9189385332046728
/** From here on Stirling's series to the terms below is right to the last digits. */
const STIRLING_FROM = 12
/** B(2k) / (2k (2k - 1)), with Bernoulli's numbers B(2) to B(14). */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156]

/**
 * Logarithm of the gamma function of a number above 0: Stirling's series (Abramowitz and Stegun, 6.1.41),
 * after moving small arguments up by Γ(x + 1) = x Γ(x).
 * @throws RangeError for a number that isn't above 0
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`a number above 0 is needed, found ${x}`)
  let product = 1
  let moved = x
  while (moved < STIRLING_FROM) product *= moved++
  const inverse = 1 / moved
  const correction = STIRLING.reduceRight((sum, term) => sum * inverse * inverse + term, 0) * inverse
  return (moved - 0.5) * ln(moved) - moved + HALF_LN_TWO_PI + correction - ln(product)
}
