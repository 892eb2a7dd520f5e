import type { EngineModel } from '../../domain/engine-model.ts'
import { STORED_MEASURES } from './stored-measure.ts'

/**
 * Where a year's stored draws of each occupation are, in rows. The measures of `STORED_MEASURES` have a row
 * for every occupation, those of `PARTLY_STORED` for some. One row at the end takes what nobody reads.
 */
export interface StoredRows {
  /** Row of those who move away, or null for occupations that nobody moves away from [o]. */
  readonly movesOut: readonly (number | null)[]
  /** Row of vacant FTE, or null where temporary staff cover none of it [o]. */
  readonly vacant: readonly (number | null)[]
  /** Rows of a year. */
  readonly count: number
}

/** Finds the rows that a model's draws are stored in. */
export function storedRows({ occupations, moveFrom, money }: EngineModel): StoredRows {
  const origins = new Set(moveFrom)
  const everyOccupation = Array.from({ length: occupations }, (_, o) => o)
  let next = STORED_MEASURES.length * occupations
  const rowsWhere = (isStored: (o: number) => boolean): (number | null)[] =>
    everyOccupation.map((o) => (isStored(o) ? next++ : null))
  const movesOut = rowsWhere((o) => origins.has(o))
  const vacant = rowsWhere((o) => money.temporaryShare[o] !== 0)
  return { movesOut, vacant, count: next + 1 }
}
