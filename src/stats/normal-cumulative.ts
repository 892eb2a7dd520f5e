import { normalDensity } from './normal-density.ts'

/** Beyond this the continued fraction is the quicker way to full accuracy, within it the series. */
const TAIL = 3
/** Terms of the continued fraction that give full accuracy from TAIL on. */
const FRACTIONS = 120

/**
 * Distribution function of the standard normal: share below z.
 * Near the middle by the series 1/2 + φ(z)(z + z³/3 + z⁵/15 + …) (Marsaglia, Journal of Statistical Software
 * 11(4), 2004), in the tails by the continued fraction of Mills' ratio (Abramowitz and Stegun, 26.2.14),
 * so that a small tail keeps its digits.
 */
export function normalCumulative(z: number): number {
  if (z > TAIL) return 1 - upperTail(z)
  if (z < -TAIL) return upperTail(-z)
  let term = z
  let sum = z
  let last = 0
  for (let odd = 3; sum !== last; odd += 2) {
    last = sum
    term *= (z * z) / odd
    sum += term
  }
  return 0.5 + normalDensity(z) * sum
}

/** Share above a z greater than zero. */
function upperTail(z: number): number {
  let fraction = z
  for (let k = FRACTIONS; k >= 1; k--) fraction = z + k / fraction
  return normalDensity(z) / fraction
}
