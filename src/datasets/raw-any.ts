import type { PublishedFile } from './published-file.ts'
import { hasColumns, readRawCsv } from './raw-csv.ts'
import { findHeader, findSheet, readRawSheet, sheetsOf } from './raw-sheet.ts'
import type { RawTable } from './raw-table.ts'

/** True where a text file, or some sheet of a workbook, has a header with every one of the given columns. */
export const hasTable = (file: PublishedFile, columns: readonly string[]): boolean =>
  file.kind === 'text'
    ? hasColumns(file, columns)
    : sheetsOf(file).some((sheet) => findHeader(sheet, columns) >= 0)

/**
 * Reads the table that has the given columns from a text file or from the first sheet that has them: some
 * series are published as CSV and passed on as workbooks.
 * @throws HeadroomError `edition-damaged`, `edition-sheet`, `edition-columns`
 */
export function readRawAny(file: PublishedFile, required: readonly string[]): RawTable {
  if (file.kind === 'text') return readRawCsv(file, required)
  const sheet = sheetsOf(file).find((candidate) => findHeader(candidate, required) >= 0)
  return readRawSheet(
    file,
    sheet ?? findSheet(file, /^/, `with the columns ${required.join(', ')}`),
    required,
  )
}
