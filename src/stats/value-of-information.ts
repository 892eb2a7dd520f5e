/**
 * Net benefit of each decision in each draw, every decision under the same draws; in one unit, such as pounds
 * or full-time staff covered. More is better.
 */
export type Benefits = readonly ArrayLike<number>[]

/**
 * Expected value of perfect information: what it would gain on average to know the draw before deciding, over
 * deciding for the best on average now. In the unit of the benefits; 0 or more; 0 where one decision is best in
 * every draw. (Raiffa and Schlaifer, Applied Statistical Decision Theory, 1961.)
 * @throws RangeError without decisions or draws, or where their numbers differ
 */
export function valueOfPerfectInformation(benefits: Benefits): number {
  const draws = benefits[0]?.length ?? 0
  if (draws === 0) throw new RangeError('a value of information needs a decision and a draw')
  if (benefits.some((benefit) => benefit.length !== draws))
    throw new RangeError('every decision needs as many draws')
  const sums = new Float64Array(benefits.length)
  let known = 0
  for (let i = 0; i < draws; i++) {
    let best = Number.NEGATIVE_INFINITY
    benefits.forEach((benefit, decision) => {
      sums[decision]! += benefit[i]!
      best = Math.max(best, benefit[i]!)
    })
    known += best
  }
  return Math.max(0, (known - Math.max(...sums)) / draws)
}

/**
 * Expected value of partial perfect information: the gain from knowing some parameters before deciding, the rest
 * staying uncertain. It is the value of perfect information about the benefits to be expected given those
 * parameters (Strong, Oakley and Brennan, Medical Decision Making 34, 2014, 311-326).
 * @param expected the benefit to be expected in each draw given the parameters, from the drawn benefits of one
 * decision: `binnedMeans` for one parameter, `createPolynomialMeans` for several
 */
export const valueOfPartialInformation = (
  benefits: Benefits,
  expected: (benefit: ArrayLike<number>) => ArrayLike<number>,
): number => valueOfPerfectInformation(benefits.map(expected))
