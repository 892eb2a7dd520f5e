import { normalCumulative } from './normal-cumulative.ts'
import { normalDensity } from './normal-density.ts'

const ROOT_OF_PI = 1.7724538509055159

/*
 * Continuous ranked probability score: the area between the distribution function that was projected and
 * the step at what came true. In the unit of the figure; less is better; of a single value it is the
 * absolute error. Gneiting and Raftery, Journal of the American Statistical Association 102, 2007, 359-378.
 */

/**
 * Score of a projected normal distribution.
 * @param outcome what came true
 * @throws RangeError where the standard deviation isn't positive
 */
export function crpsNormal(mean: number, sd: number, outcome: number): number {
  if (!(sd > 0)) throw new RangeError(`a standard deviation above 0 is needed, found ${sd}`)
  const z = (outcome - mean) / sd
  return sd * (z * (2 * normalCumulative(z) - 1) + 2 * normalDensity(z) - 1 / ROOT_OF_PI)
}

/**
 * Score of equally likely draws, taken as the distribution itself: mean distance to the outcome less half
 * the mean distance between two draws, a draw and itself included.
 * @throws RangeError without draws
 */
export function crpsEnsemble(draws: readonly number[], outcome: number): number {
  if (draws.length === 0) throw new RangeError('a score needs at least one draw')
  return meanDistance(draws, outcome) - sumOfDistances(draws) / (draws.length * draws.length)
}

/**
 * Score of draws as a sample of a distribution, so that ensembles of different sizes compare fairly: as
 * `crpsEnsemble`, but no draw is paired with itself (Ferro, Quarterly Journal of the Royal Meteorological
 * Society 140, 2014, 1917-1923). May be negative.
 * @throws RangeError with fewer than two draws
 */
export function crpsEnsembleFair(draws: readonly number[], outcome: number): number {
  const count = draws.length
  if (count < 2) throw new RangeError('a fair score needs at least two draws')
  return meanDistance(draws, outcome) - sumOfDistances(draws) / (count * (count - 1))
}

const meanDistance = (draws: readonly number[], outcome: number): number =>
  draws.reduce((sum, draw) => sum + Math.abs(draw - outcome), 0) / draws.length

/** Sum of the distances of all pairs, each pair once: in order, the i-th is above i others and below the rest. */
function sumOfDistances(draws: readonly number[]): number {
  const sorted = Float64Array.from(draws).sort()
  return sorted.reduce((sum, draw, i) => sum + (2 * i + 1 - sorted.length) * draw, 0)
}
