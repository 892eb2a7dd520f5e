import type { InputFiles } from '../domain/input-files.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { type Row, readTable } from '../tables/table.ts'

/**
 * A cell that must hold one of the reference codes.
 * @throws HeadroomError `table-reference` naming file, row and column
 */
export function known(row: Row, column: string, codes: readonly string[], list: string): string {
  const found = row.text(column)
  if (!codes.includes(found))
    throw new HeadroomError('table-reference', { file: row.file, row: row.number, column, found, list })
  return found
}

/** The error of a table under `data/` that lacks what the model needs. */
export const incomplete = (file: string, missing: string): HeadroomError =>
  new HeadroomError('table-incomplete', { file: `data/${file}`, missing })

/** Last value of a column of periods, in the order of text. */
export const lastOf = (rows: readonly Row[], column: string): string =>
  rows
    .map((row) => row.text(column))
    .sort()
    .at(-1) ?? ''

/**
 * Sums a column of the latest year by key; empty cells are left out.
 * @param isCounted which rows belong
 * @throws HeadroomError where the table is missing, damaged or empty
 */
export function latest(
  files: InputFiles,
  file: string,
  columns: readonly string[],
  value: string,
  key: (row: Row) => string,
  isCounted: (row: Row) => boolean = () => true,
): Map<string, number> {
  const sums = new Map<string, number>()
  for (const row of latestRows(files, file, columns)) {
    if (row.optional(value) === null || !isCounted(row)) continue
    sums.set(key(row), (sums.get(key(row)) ?? 0) + row.numeric(value))
  }
  if (sums.size === 0) throw incomplete(file, 'any year')
  return sums
}

/**
 * The rows of the latest year of a table.
 * @throws HeadroomError where the table is missing or damaged
 */
export function latestRows(files: InputFiles, file: string, columns: readonly string[]): Row[] {
  const { rows } = readTable(files, file, columns)
  const year = lastOf(rows, 'year')
  return rows.filter((row) => row.text('year') === year)
}
