import exp from '@stdlib/math-base-special-exp'
import ln from '@stdlib/math-base-special-ln'
import { FARTHEST_RATIO, LEAST_FEEDBACK, MOST_FEEDBACK } from '../limits.ts'

/** A value held between two bounds. */
export const held = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value))

/** A power of a ratio that no extreme can carry to nothing or without end. */
export const power = (ratio: number, exponent: number): number =>
  exp(exponent * ln(held(ratio, 1 / FARTHEST_RATIO, FARTHEST_RATIO)))

/** Need per FTE at work now over that at the base; 1 where there is no need or nobody to compare with. */
export function pressureOf(need: number, work: number, baseNeed: number, baseWork: number): number {
  if (!(work > 0 && baseWork > 0 && baseNeed > 0)) return 1
  return need / work / (baseNeed / baseWork)
}

/** What pressure makes of a hazard or rate. @param strength the exponent */
export const feedbackOf = (pressure: number, strength: number): number =>
  held(power(pressure, strength), LEAST_FEEDBACK, MOST_FEEDBACK)
