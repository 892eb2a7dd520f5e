import { HeadroomError } from '../errors/headroom-error.ts'

/** The row of a table that must be there. @throws HeadroomError `table-incomplete` */
export function required<T>(map: ReadonlyMap<string, T>, table: string, key: string): T {
  const row = map.get(key)
  if (row === undefined)
    throw new HeadroomError('table-incomplete', { file: `data/assumptions/${table}.csv`, missing: key })
  return row
}
