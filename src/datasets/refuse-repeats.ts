import { HeadroomError } from '../errors/headroom-error.ts'
import type { RawRow } from './raw-table.ts'

/**
 * Makes a check that remembers the keys of the rows it has seen.
 * @returns a function that raises `edition-duplicate` for a row whose key came before
 */
export function createRepeatCheck(): (row: RawRow, key: string) => void {
  const seen = new Map<string, number>()
  return (row, key) => {
    const first = seen.get(key)
    if (first !== undefined) throw new HeadroomError('edition-duplicate', { place: row.place, key, first })
    seen.set(key, row.number)
  }
}
