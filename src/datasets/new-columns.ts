import type { Finding } from '../domain/finding.ts'
import type { PublishedFile } from './published-file.ts'
import { headerOf } from './raw-csv.ts'
import { findHeader, sheetsOf } from './raw-sheet.ts'
import { columnKey } from './raw-table.ts'

/**
 * Columns that a published table has now and didn't have before, as headed, in their order.
 * @param known every column published so far, read or not; they tell the table of a workbook from its other sheets
 */
export function newColumns(
  file: PublishedFile,
  required: readonly string[],
  known: readonly string[],
): readonly string[] {
  const keys = new Set(known.map(columnKey))
  const named = headerCells(file, required).filter((name) => name !== '')
  return named.filter((name) => !keys.has(columnKey(name)))
}

function headerCells(file: PublishedFile, required: readonly string[]): readonly string[] {
  if (file.kind === 'text') return headerOf(file)
  for (const sheet of sheetsOf(file)) {
    const header = findHeader(sheet, required)
    if (header >= 0) return (sheet.rows[header] ?? []).map((cell) => String(cell ?? '').trim())
  }
  return []
}

/** Says which columns are new; the figures of the others were read all the same. */
export const findNewColumns = (columns: readonly string[], file: string): readonly Finding[] =>
  columns.length === 0
    ? []
    : [
        {
          rule: 'columns-new',
          severity: 'note',
          message: `The publisher has added ${columns.length === 1 ? 'a column' : 'columns'} that Headroom doesn’t read: ${columns.join(', ')}.`,
          place: file,
        },
      ]
