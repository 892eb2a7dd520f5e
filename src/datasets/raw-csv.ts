import { parse } from 'csv-parse/sync'
import { HeadroomError } from '../errors/headroom-error.ts'
import type { PublishedFile } from './published-file.ts'
import { columnKey, createRawTable, type RawTable } from './raw-table.ts'

/** Cells of the header line of a text file, trimmed; empty for a workbook. A glance, for recognising. */
export function headerOf(file: PublishedFile): readonly string[] {
  if (file.kind !== 'text') return []
  const end = file.text.indexOf('\n')
  const line = (end < 0 ? file.text : file.text.slice(0, end)).slice(0, 10_000)
  try {
    const [cells = []] = parse(line, { bom: true, delimiter: delimiterOf(line), relax_quotes: true })
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
  let records: string[][]
  try {
    records = parse(file.text, { bom: true, delimiter: delimiterOf(file.text.slice(0, 10_000)) })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.replace(/\.$/, '') : String(cause)
    throw new HeadroomError('edition-damaged', { file: file.name, format: 'a table', reason }, { cause })
  }
  return createRawTable(file.name, 1, records[0] ?? [], records.slice(1), required)
}

const delimiterOf = (start: string): string => (/^[^\n,]*\t/.test(start) ? '\t' : ',')
