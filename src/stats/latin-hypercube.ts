import { uniform } from './threefry.ts'

/** Second word of the counter: the order of the strata, and the place within one; apart from other uses of a seed. */
const ORDER = 0x1a71_0000
const PLACE = 0x1a71_0001

/**
 * Latin hypercube of n draws: in each dimension, exactly one draw in each of n equal parts, in an order of
 * chance, at a place of chance within its part (McKay, Beckman and Conover, Technometrics 21, 1979, 239-245).
 * For any n; but unlike a scrambled Sobol draw, a draw depends on how many are made.
 * @param seed whole number from 0 to 2^32 - 1
 * @param draws number of draws, 1 or more
 * @returns `draws` x `dimensions` probabilities strictly between 0 and 1, draw by draw
 */
export function latinHypercube(seed: number, draws: number, dimensions: number): Float64Array {
  const design = new Float64Array(draws * dimensions)
  const parts = new Uint32Array(draws)
  for (let d = 0; d < dimensions; d++) {
    shuffle(parts, (i) => uniform(seed, d, i, ORDER))
    for (let i = 0; i < draws; i++)
      design[i * dimensions + d] = within(parts[i]!, uniform(seed, d, i, PLACE), draws)
  }
  return design
}

/** The numbers from 0 in an order of chance, each order equally likely (Fisher and Yates). */
function shuffle(numbers: Uint32Array, chance: (i: number) => number): void {
  for (let i = 0; i < numbers.length; i++) {
    const other = Math.floor(chance(i) * (i + 1))
    numbers[i] = numbers[other]!
    numbers[other] = i
  }
}

/** Rounding must not lift a place near the end of the last part to 1. */
const within = (part: number, place: number, parts: number): number =>
  Math.min((part + place) / parts, 1 - Number.EPSILON / 2)
