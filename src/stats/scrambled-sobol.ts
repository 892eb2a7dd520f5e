import { createSobolSequence } from './sobol.ts'
import { threefry } from './threefry.ts'

/** Binary digits of a coordinate. */
const DIGITS = 32
/** Digits that one call of the generator scrambles: its 64 bits serve the 63 nodes of a tree of six levels. */
const LEVELS = 6
/** Second word of the counter, beside the level: keeps these words apart from those of other uses of a seed. */
const PURPOSE = 0x50b01000

/** Gives a draw by its number, from 0: one probability per dimension, strictly between 0 and 1. */
export type DrawDesign = (draw: number) => Float64Array

/**
 * Sobol's sequence with nested uniform scrambling (Owen, 1995): in each dimension, each binary digit is turned
 * over or not by a chance of its own for every combination of the digits before it. Every draw is then uniform,
 * so means are without bias; together the draws stay as evenly spread; and smooth functions have a smaller error
 * than under the plain sequence. Chance comes from Threefry by seed, dimension and digits: draw i depends on
 * the seed and i alone, whatever other draws are made, where, and how many.
 * Best with a power of two of draws, or blocks of that size one after the other.
 * @param seed whole number from 0 to 2^32 - 1
 * @param dimensions as for `createSobolSequence`
 * @throws RangeError for dimensions or draws that the sequence hasn't
 */
export function createScrambledSobol(seed: number, dimensions: number): DrawDesign {
  const sequence = createSobolSequence(dimensions)
  return (draw) => {
    const words = sequence(draw)
    const point = new Float64Array(dimensions)
    for (let d = 0; d < dimensions; d++) point[d] = (scramble(words[d]!, seed, d) + 0.5) / 4294967296
    return point
  }
}

/** A word with each digit turned over or not, by the digits above it. */
function scramble(word: number, seed: number, dimension: number): number {
  let scrambled = 0
  for (let level = 0; level < DIGITS; level += LEVELS) {
    // A shift by 32 would be one by 0.
    const above = level === 0 ? 0 : word >>> (DIGITS - level)
    const turns = threefry(seed, dimension, above, PURPOSE + level)
    let node = 1
    for (let digit = level; digit < Math.min(level + LEVELS, DIGITS); digit++) {
      const place = DIGITS - 1 - digit
      const bit = (word >>> place) & 1
      const turn = (turns[node >>> 5]! >>> (node & 31)) & 1
      scrambled |= (bit ^ turn) << place
      node = 2 * node + bit
    }
  }
  return scrambled >>> 0
}
