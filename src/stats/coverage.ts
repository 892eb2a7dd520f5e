import exp from '@stdlib/math-base-special-exp'
import ln from '@stdlib/math-base-special-ln'
import { logGamma } from './log-gamma.ts'

/** Counts from `low` to `high`, both included. */
export interface CountRange {
  readonly low: number
  readonly high: number
}

/** How many outcomes lie in their ranges, ends included. */
export const countInside = (
  cases: readonly { readonly low: number; readonly high: number; readonly outcome: number }[],
): number => cases.filter(({ low, high, outcome }) => outcome >= low && outcome <= high).length

/**
 * Numbers of outcomes inside that agree with ranges that hold each outcome with a stated probability,
 * independently of one another: from the 2.5 % to the 97.5 % quantile of the binomial distribution.
 * Where outcomes move together, as neighbouring areas and years do, too narrow a test.
 * @param cases number of outcomes, 1 or more
 * @param level stated probability of each range, strictly between 0 and 1
 * @param confidence share of correct ranges that this test accepts, at least
 * @throws RangeError outside those limits
 */
export function acceptedCounts(cases: number, level: number, confidence = 0.95): CountRange {
  if (!(Number.isInteger(cases) && cases > 0)) throw new RangeError(`not a number of cases: ${cases}`)
  for (const share of [level, confidence])
    if (!(share > 0 && share < 1)) throw new RangeError(`a share between 0 and 1 is needed, found ${share}`)
  const tail = (1 - confidence) / 2
  return { low: binomialQuantile(cases, level, tail), high: binomialQuantile(cases, level, 1 - tail) }
}

/** Smallest count whose distribution function reaches p. */
function binomialQuantile(cases: number, probability: number, p: number): number {
  let below = 0
  for (let count = 0; count < cases; count++) {
    const ways = logGamma(cases + 1) - logGamma(count + 1) - logGamma(cases - count + 1)
    below += exp(ways + count * ln(probability) + (cases - count) * ln(1 - probability))
    if (below >= p) return count
  }
  return cases
}
