import { HeadroomError } from '../errors/headroom-error.ts'
import { readRecords } from '../tables/table.ts'
import { type TidyTable, writeTable } from './tidy-table.ts'

/**
 * Text of a table after an import. Rows of other editions that the file already holds are kept in front
 * of or behind the new ones, in the order of the edition columns.
 * @param before text of the file as it is, or null where there is none
 * @throws HeadroomError `file-unreadable`, `table-header`: rows that can't be read are never thrown away
 */
export function mergeTable(table: TidyTable, before: string | null): string {
  const names = table.columns.map(({ name }) => name)
  if (before === null || table.editionColumns.length === 0) return writeTable(names, table.rows)
  const [header = [], ...records] = readRecords(before, table.file)
  const old = records.filter((cells) => cells.length > 0)
  if (header.join() !== names.join())
    throw new HeadroomError('table-header', {
      file: table.file,
      expected: names.join(', '),
      found: header.join(', ') || 'nothing',
    })
  const places = table.editionColumns.map((column) => names.indexOf(column))
  const editionOf = (cells: readonly (string | number)[]): string =>
    places.map((place) => String(cells[place] ?? '')).join()
  const groups = new Map<string, (readonly (string | number)[])[]>()
  const added = new Set(table.rows.map(editionOf))
  for (const row of [...old.filter((cells) => !added.has(editionOf(cells))), ...table.rows])
    groups.set(editionOf(row), [...(groups.get(editionOf(row)) ?? []), row])
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
  return writeTable(
    names,
    sorted.flatMap(([, rows]) => rows),
  )
}
