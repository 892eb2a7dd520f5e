import type { Finding } from '../domain/finding.ts'
import type { InputFiles } from '../domain/input-files.ts'
import { readTable } from '../tables/table.ts'
import { findNewColumns } from './new-columns.ts'
import type { PublishedFile } from './published-file.ts'
import { headerOf } from './raw-csv.ts'
import { columnKey } from './raw-table.ts'

/** File below `data/` that lists the columns each kind of text file has been published with. */
export const PUBLISHED_COLUMNS_FILE = 'reference/published-columns.csv'

/** Columns published so far by kind of file; a number in a name stands as `#`, as years come anew. */
export type PublishedColumns = ReadonlyMap<string, ReadonlySet<string>>

/**
 * Reads the list of published columns; empty where there is none.
 * @throws HeadroomError `table-header`, `table-cell`, `file-unreadable`
 */
export function readPublishedColumns(files: InputFiles): PublishedColumns {
  const columns = new Map<string, Set<string>>()
  if (!files.has(PUBLISHED_COLUMNS_FILE)) return columns
  for (const row of readTable(files, PUBLISHED_COLUMNS_FILE, ['kind', 'column']).rows) {
    const own = columns.get(row.text('kind')) ?? new Set<string>()
    columns.set(row.text('kind'), own.add(row.text('column')))
  }
  return columns
}

/** Says which columns of a text file were not published before; kinds that aren't on the list are left alone. */
export function checkPublishedColumns(
  file: PublishedFile,
  kind: string,
  published: PublishedColumns,
): readonly Finding[] {
  const known = published.get(kind)
  if (!known) return []
  const added = headerOf(file).filter(
    (name) => name !== '' && !known.has(columnKey(name).replace(/\d+/g, '#')),
  )
  return findNewColumns(added, file.name)
}
