import { HeadroomError } from '../errors/headroom-error.ts'
import type { RawRow } from './raw-table.ts'

/**
 * Makes a check that remembers the keys of the rows it has seen.
 * @param newColumns columns that editions before didn't have: rows that repeat are then likely split by them
 * @returns a function that raises `edition-duplicate`, or `edition-split`, for a row whose key came before
 */
export function createRepeatCheck(newColumns: readonly string[] = []): (row: RawRow, key: string) => void {
  const seen = new Map<string, number>()
  return (row, key) => {
    const first = seen.get(key)
    if (first !== undefined) {
      const details = { place: row.place, key, first }
      throw newColumns.length > 0
        ? new HeadroomError('edition-split', { ...details, columns: newColumns.join(', ') })
        : new HeadroomError('edition-duplicate', details)
    }
    seen.set(key, row.number)
  }
}
