import { HeadroomError } from '../errors/headroom-error.ts'
import { CsvFault, parseCsv } from './parse-csv.ts'
import type { PublishedFile } from './published-file.ts'
import { columnKey, createRawTable, type RawTable } from './raw-table.ts'

/** How much of a text is looked at for its header line, in characters. */
const HEADER_WITHIN = 10_000

/** Cells of the header line of a text file, trimmed; empty for a workbook. A glance, for recognising. */
export function headerOf(file: PublishedFile): readonly string[] {
  if (file.kind !== 'text') return []
  const [line = ''] = file.text.slice(0, HEADER_WITHIN).split(/\r\n?|\n/, 1)
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
 * Reads a published CSV (or tab-separated) file whose first line is the header.
 * @throws HeadroomError `edition-damaged`, `edition-columns`
 */
export function readRawCsv(file: PublishedFile, required: readonly string[]): RawTable {
  if (file.kind !== 'text') throw new Error(`${file.name} is a workbook, not text`)
  try {
    const [header = [], ...records] = parseCsv(file.text, delimiterOf(file.text.slice(0, HEADER_WITHIN)))
    return createRawTable(file.name, 1, header, records, required)
  } catch (cause) {
    if (!(cause instanceof CsvFault)) throw cause
    const details = { file: file.name, format: 'a table', reason: cause.message }
    throw new HeadroomError('edition-damaged', details, { cause })
  }
}

const delimiterOf = (start: string): string => (/^[^\n,]*\t/.test(start) ? '\t' : ',')
