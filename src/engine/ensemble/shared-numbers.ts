import type { EnsembleResult, Keep } from '../../domain/ensemble.ts'
import { MEASURES } from '../../domain/measure.ts'
import { publishedNumbers, storeNumbers } from '../cohort/layout.ts'
import type { Shape } from '../cohort/shape.ts'
import { type FactorStore, groupsNumbers, rowOffsets } from './factor-store.ts'
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
  /** Draws kept: `EnsembleResult.kept`; empty where none are. */
  readonly kept: Float64Array
}

/**
 * Makes room for a run's shared numbers. `create` makes arrays of zeros, of ordinary or shared memory.
 * @param factors room for the factors, where there is some
 */
export function createSharedNumbers(
  shape: Shape,
  units: Units,
  draws: number,
  keep: Keep | undefined,
  create: (numbers: number) => Float64Array,
  factors: FactorStore = { groups: create(groupsNumbers(shape)), rows: create(rowOffsets(shape).numbers) },
): SharedNumbers {
  const sums = units.england ? storeNumbers(shape) : 0
  return {
    ...factors,
    region: create(sums),
    england: create(sums),
    values: create(units.count * publishedNumbers(shape)),
    kept: create(keptNumbers(shape, draws, keep)),
  }
}

/** Numbers of the draws that a run keeps. */
export const keptNumbers = ({ years }: Shape, draws: number, keep: Keep | undefined): number =>
  keep ? keep.units.length * keep.series.length * (years + 1) * MEASURES.length * draws : 0

/** The result of a finished run. */
export const resultOf = ({ values, kept }: SharedNumbers, keep: Keep | undefined): EnsembleResult => ({
  values,
  kept: keep ? kept : null,
})
