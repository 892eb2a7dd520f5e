import { SOBOL_DIRECTIONS } from './sobol-directions.ts'

/** Binary digits of a coordinate. */
const DIGITS = 32
/** Most dimensions for which there are directions. */
export const SOBOL_DIMENSIONS = 512

/** Gives the point of an index, from 0 to 2^32 - 1: one 32-bit word per dimension, the coordinate times 2^32. */
export type SobolSequence = (index: number) => Uint32Array

/**
 * Sobol's sequence: in every dimension, and in most pairs of them, its points fill the range more evenly than
 * chance. In the natural order, not Gray code's: point i needs no other point, and points 0 to 2^k - 1 are the
 * same either way. The first dimensions of a sequence don't depend on how many follow. (Bratley and Fox,
 * ACM Transactions on Mathematical Software 14, 1988, algorithm 659.)
 * @param dimensions from 1 to SOBOL_DIMENSIONS
 * @throws RangeError outside that, or for an index outside its range
 */
export function createSobolSequence(dimensions: number): SobolSequence {
  if (!(Number.isInteger(dimensions) && dimensions >= 1 && dimensions <= SOBOL_DIMENSIONS))
    throw new RangeError(`1 to ${SOBOL_DIMENSIONS} dimensions, found ${dimensions}`)
  const directions = directionNumbers(dimensions)
  return (index) => {
    if (!(Number.isInteger(index) && index >= 0 && index <= 0xffffffff))
      throw new RangeError(`an index from 0 to 2^32 - 1 is needed, found ${index}`)
    const point = new Uint32Array(dimensions)
    for (let digit = 0; digit < DIGITS && index >>> digit !== 0; digit++) {
      if (((index >>> digit) & 1) === 0) continue
      // Every index is below dimensions x DIGITS, the length of the directions.
      for (let d = 0; d < dimensions; d++) point[d]! ^= directions[d * DIGITS + digit]!
    }
    return point
  }
}

/** Word by which each binary digit of the index turns a coordinate, dimension by dimension. */
function directionNumbers(dimensions: number): Uint32Array {
  const words = new Uint32Array(dimensions * DIGITS)
  for (let digit = 0; digit < DIGITS; digit++) words[digit] = 1 << (DIGITS - 1 - digit)
  let next = 0
  for (let d = 1; d < dimensions; d++) {
    const polynomial = SOBOL_DIRECTIONS[next++]!
    const degree = 31 - Math.clz32(polynomial)
    const own = words.subarray(d * DIGITS, (d + 1) * DIGITS)
    for (let digit = 0; digit < DIGITS; digit++)
      own[digit] =
        digit < degree
          ? SOBOL_DIRECTIONS[next + digit]! << (DIGITS - 1 - digit)
          : recur(own, digit, polynomial, degree)
    next += degree
  }
  return words
}

/** The recurrence of the polynomial, on words that are shifted to the left already. */
function recur(own: Uint32Array, digit: number, polynomial: number, degree: number): number {
  let word = own[digit - degree]! ^ (own[digit - degree]! >>> degree)
  for (let k = 1; k < degree; k++) if (((polynomial >>> (degree - k)) & 1) === 1) word ^= own[digit - k]!
  return word
}
