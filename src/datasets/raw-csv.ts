import { HeadroomError } from '../errors/headroom-error.ts'
import { CsvFault, csvRows, parseCsv } from '../tables/parse-csv.ts'
import type { PublishedFile, TextFile } from './published-file.ts'
import { columnKey, createRawTable, type RawTable } from './raw-table.ts'

/** Cells of the header line of a text file, trimmed; empty for a workbook. A glance, for recognising. */
export function headerOf(file: PublishedFile): readonly string[] {
  if (file.kind !== 'text') return []
  const [line = ''] = file.head.split(/\r\n?|\n/, 1)
  try {
    const [cells = []] = parseCsv(line, delimiterOf(line))
    return cells.map((cell) => cell.trim())
  } catch {
    return []
  }
}

/** True where the header line of a text file has every one of the given columns. */
export function hasColumns(file: PublishedFile, columns: readonly string[]): boolean {
  const header = headerOf(file).map(columnKey)
  return columns.every((column) => header.includes(columnKey(column)))
}

/**
 * Reads a published CSV (or tab-separated) file whose first line is the header. The file is gone through as
 * its rows are, so that one of any size can be read.
 * @throws HeadroomError `edition-columns`; `edition-damaged`, also while the rows are gone through
 */
export function readRawCsv(file: PublishedFile, required: readonly string[]): RawTable {
  if (file.kind !== 'text') throw new Error(`${file.name} is a workbook, not text`)
  const [header = []] = records(file)
  return createRawTable(file.name, 1, header, () => below(records(file)), required, file.corrector)
}

/**
 * Cells of every row of a text file, for tables that have more above their header than one line.
 * @throws HeadroomError `edition-damaged`
 */
export function readCells(file: PublishedFile): readonly (readonly string[])[] {
  if (file.kind !== 'text') throw new Error(`${file.name} is a workbook, not text`)
  return [...records(file)]
}

function* records(file: TextFile): Generator<readonly string[], void, undefined> {
  try {
    yield* csvRows(file.blocks(), delimiterOf(file.head))
  } catch (cause) {
    if (!(cause instanceof CsvFault)) throw cause
    const details = { file: file.name, format: 'a table', reason: cause.message }
    throw new HeadroomError('edition-damaged', details, { cause })
  }
}

/** Everything but the first, which is the header. */
function* below<T>(rows: Generator<T, void, undefined>): Generator<T, void, undefined> {
  rows.next()
  yield* rows
}

const delimiterOf = (start: string): string => (/^[^\n,]*\t/.test(start) ? '\t' : ',')
