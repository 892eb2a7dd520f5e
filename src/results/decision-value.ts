import { binnedMeans } from '../stats/binned-means.ts'
import { createPolynomialMeans } from '../stats/polynomial-means.ts'
import { valueOfPartialInformation, valueOfPerfectInformation } from '../stats/value-of-information.ts'

/** What an option gives in each draw: gap in FTE, negative where short, and net cost in pounds. */
export interface OptionDraws {
  readonly gap: Float64Array
  readonly cost: Float64Array
}

/** Most terms of a regression over draws, so that chance doesn't pass for knowledge. */
const MOST_TERMS = 60
const DEGREES = [3, 2, 1] as const

/** Net benefit by draw: pounds, less the worth of the FTE that are short. A surplus is worth nothing. */
export const netBenefit = ({ gap, cost }: OptionDraws, value: number): Float64Array =>
  cost.map((pounds, i) => -pounds - value * Math.max(0, -gap[i]!))

/** Share of draws in which each option is the best; of equals, the first. */
export function sharesBest(benefits: readonly Float64Array[]): number[] {
  const draws = benefits[0]?.length ?? 0
  const wins = benefits.map(() => 0)
  for (let i = 0; i < draws; i++) {
    let best = 0
    for (const [k, benefit] of benefits.entries()) if (benefit[i]! > benefits[best]![i]!) best = k
    wins[best]!++
  }
  return wins.map((count) => count / draws)
}

/** Value of knowing everything. Measured against the first option, so that what all share leaves no rounding. */
export const perfectValue = (benefits: readonly Float64Array[]): number =>
  valueOfPerfectInformation(differences(benefits))

/**
 * Value of knowing a group of assumptions, by regression of the difference that each option makes: cubic for a
 * few parameters, of lower degree for more, in bins for one.
 * @param parameters by draw; those that don't vary are left out
 */
export function partialValue(benefits: readonly Float64Array[], parameters: readonly Float64Array[]): number {
  const varying = parameters.filter((values) => values.some((value) => value !== values[0]))
  if (varying.length === 0) return 0
  const draws = benefits[0]!.length
  const degree = DEGREES.find((candidate) => terms(varying.length, candidate) <= MOST_TERMS) ?? 1
  const expected = meansGiven(varying, degree, Math.max(1, Math.floor(Math.sqrt(draws))))
  return valueOfPartialInformation(differences(benefits), expected)
}

function meansGiven(
  parameters: readonly Float64Array[],
  degree: number,
  bins: number,
): (values: ArrayLike<number>) => Float64Array {
  try {
    return createPolynomialMeans(parameters, degree)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    // Parameters that follow from others, as effects of one strength do, leave no regression on all of them.
    return (values) => binnedMeans(values, parameters[0]!, bins)
  }
}

/** Products of powers up to a degree. */
function terms(parameters: number, degree: number): number {
  let count = 1
  for (let k = 1; k <= degree; k++) count = (count * (parameters + k)) / k
  return count
}

const differences = (benefits: readonly Float64Array[]): Float64Array[] =>
  benefits.map((benefit) => benefit.map((value, i) => value - benefits[0]![i]!))
