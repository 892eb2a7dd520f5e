import exp from '@stdlib/math-base-special-exp'
import ln from '@stdlib/math-base-special-ln'
import { logGamma } from './log-gamma.ts'

/** Far more steps than the fraction takes for any shape that a judgement could have. */
const MOST_STEPS = 100_000
/** Stands for 0 where a fraction would be divided by it. */
const TINY = 1e-300

/**
 * Distribution function of the beta distribution on 0 to 1: the regularised incomplete beta function, by its
 * continued fraction (DLMF 8.17.22) with Lentz's method.
 * @param alpha first shape, above 0 @param beta second shape, above 0
 * @throws RangeError for shapes that aren't
 */
export function betaCumulative(alpha: number, beta: number, x: number): number {
  if (!(alpha > 0 && beta > 0)) throw new RangeError(`shapes above 0 are needed, found ${alpha} and ${beta}`)
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = exp(
    logGamma(alpha + beta) - logGamma(alpha) - logGamma(beta) + alpha * ln(x) + beta * ln(1 - x),
  )
  // The fraction converges fast below the mean, so above it the other tail is worked out.
  return x < (alpha + 1) / (alpha + beta + 2)
    ? (front * fraction(alpha, beta, x)) / alpha
    : 1 - (front * fraction(beta, alpha, 1 - x)) / beta
}

function fraction(a: number, b: number, x: number): number {
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1))
  let c = 1
  let value = d
  for (let m = 1; m < MOST_STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / nonZero(1 + even * d)
    c = nonZero(1 + even / c)
    value *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / nonZero(1 + odd * d)
    c = nonZero(1 + odd / c)
    value *= d * c
    if (Math.abs(d * c - 1) < Number.EPSILON) return value
  }
  throw new Error(`the incomplete beta function of ${a}, ${b} at ${x} did not converge`)
}

const nonZero = (x: number): number => (Math.abs(x) < TINY ? TINY : x)
