import { parse } from 'csv-parse/sync'
import { type TidyTable, writeTable } from './tidy-table.ts'

/**
 * Text of a table after an import. Rows of other editions that the file already holds are kept in front
 * of or behind the new ones, in the order of the edition columns; a file with other columns is replaced.
 * @param before text of the file as it is, or null where there is none
 */
export function mergeTable(table: TidyTable, before: string | null): string {
  const names = table.columns.map(({ name }) => name)
  if (before === null || table.editionColumns.length === 0) return writeTable(names, table.rows)
  const [header = [], ...old]: string[][] = parse(before, { bom: true, relax_column_count: true })
  if (header.join() !== names.join()) return writeTable(names, table.rows)
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
