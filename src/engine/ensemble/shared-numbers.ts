import { publishedNumbers, type Shape, storeNumbers } from '../cohort/layout.ts'
import { groupsNumbers, rowOffsets } from './factor-store.ts'
import type { Units } from './units.ts'

/** Numbers that all threads of a run share. */
export interface SharedNumbers {
  /** Factors of every draw: see `FactorStore`. */
  readonly groups: Float64Array
  readonly rows: Float64Array
  /** Stored draws of the region at hand, and of England; empty without roll-up. */
  readonly region: Float64Array
  readonly england: Float64Array
  /** The result: `EnsembleValues`. */
  readonly values: Float64Array
}

/** Makes room for a run's shared numbers. `create` makes arrays of zeros, of ordinary or shared memory. */
export function createSharedNumbers(
  shape: Shape,
  units: Units,
  create: (numbers: number) => Float64Array,
): SharedNumbers {
  const sums = units.england ? storeNumbers(shape) : 0
  return {
    groups: create(groupsNumbers(shape)),
    rows: create(rowOffsets(shape).numbers),
    region: create(sums),
    england: create(sums),
    values: create(units.count * publishedNumbers(shape)),
  }
}
