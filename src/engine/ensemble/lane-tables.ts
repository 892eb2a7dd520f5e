import { LANES } from '../cohort/lanes.ts'

/**
 * Arithmetic on tables of one group of draws, lanes innermost: [time][lane]. `drawn` is all that was drawn for the
 * group [entry][y][lane]; entries are multiplied and added in the order given, as `createDrawFactors` does.
 */

/** The product of entries in each step [y][lane], 1 without any. */
export function product(drawn: Float64Array, entries: readonly number[], table: Float64Array): void {
  const { length } = table
  table.fill(1)
  for (const entry of entries) {
    const first = entry * length
    for (let i = 0; i < length; i++) table[i]! *= drawn[first + i]!
  }
}

/** A path of steps as one of points [t][lane]: 1 at the base, then the step before's. */
export function atPoints(steps: Float64Array, points: Float64Array): void {
  points.fill(1, 0, LANES)
  points.set(steps, LANES)
}

/** An index that grows by a rate and what was drawn for it, from 1 at the base [t][lane]. */
export function growing(
  rate: number,
  drawn: Float64Array,
  entries: readonly number[],
  points: Float64Array,
): void {
  const steps = points.length - LANES
  points.fill(1, 0, LANES)
  for (let i = 0; i < steps; i++) {
    let growth = rate
    for (const entry of entries) growth += drawn[entry * steps + i]!
    points[LANES + i] = points[i]! * (1 + growth)
  }
}

/** The sum of entries in the first step, in one lane. @param steps numbers of an entry */
export function sumAtStart(
  drawn: Float64Array,
  entries: readonly number[],
  steps: number,
  lane: number,
): number {
  let sum = 0
  for (const entry of entries) sum += drawn[entry * steps + lane]!
  return sum
}

/** The product of entries in the first step, in one lane. */
export function productAtStart(
  drawn: Float64Array,
  entries: readonly number[],
  steps: number,
  lane: number,
): number {
  let product = 1
  for (const entry of entries) product *= drawn[entry * steps + lane]!
  return product
}
