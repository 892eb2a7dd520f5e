import ln from '@stdlib/math-base-special-ln'
import { type PerYear, perYear, type Share } from './quantity.ts'

/**
 * The constant hazard under which a share of people have the event within a year: -ln(1 - p).
 * Throws a RangeError at p = 1, which no finite hazard reaches.
 */
export const probabilityToHazard = (probability: Share): PerYear => perYear(-ln(1 - probability))

/**
 * A monthly count as a rate per year: twelve times the count over the mean of opening and closing stock.
 * This is the definition of the "annualised monthly leaver rate" that the base year uses.
 */
export function annualisedMonthlyRate(events: number, opening: number, closing: number): PerYear {
  const exposure = (opening + closing) / 2
  if (exposure <= 0)
    throw new RangeError(`a monthly rate needs staff in post, found a mean stock of ${exposure}`)
  return perYear((events * 12) / exposure)
}
