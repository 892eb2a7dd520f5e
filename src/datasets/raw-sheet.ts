import { HeadroomError } from '../errors/headroom-error.ts'
import type { PublishedFile } from './published-file.ts'
import { columnKey, createRawTable, type RawTable } from './raw-table.ts'
import type { Sheet } from './workbook.ts'

/** How many rows of a sheet are looked at for its header: publishers put titles and notes above it. */
const HEADER_WITHIN = 30

/** Sheets of a published file; none for a text file. */
export const sheetsOf = (file: PublishedFile): readonly Sheet[] =>
  file.kind === 'workbook' ? file.workbook.sheets : []

/**
 * The sheet of a name or pattern.
 * @param expected the sheet in words, for the message
 * @throws HeadroomError `edition-sheet`
 */
export function findSheet(file: PublishedFile, wanted: RegExp, expected: string): Sheet {
  const sheet = sheetsOf(file).find(({ name }) => wanted.test(name.trim()))
  if (sheet) return sheet
  const found = sheetsOf(file)
    .map(({ name }) => name)
    .join(', ')
  throw new HeadroomError('edition-sheet', { file: file.name, expected, found: found || 'none' })
}

/** Index of the first row that holds every given cell, or -1. */
export function findHeader(sheet: Sheet, cells: readonly string[]): number {
  return sheet.rows.slice(0, HEADER_WITHIN).findIndex((row) => {
    const texts = row.map((cell) => columnKey(String(cell ?? '')))
    return cells.every((cell) => texts.includes(columnKey(cell)))
  })
}

/**
 * Reads the table of a sheet whose header row is the first that holds the given cells.
 * @throws HeadroomError `edition-columns`
 */
export function readRawSheet(file: PublishedFile, sheet: Sheet, required: readonly string[]): RawTable {
  const place = `${file.name}, sheet ${sheet.name}`
  // Where no row has them all, the first that has the first column shows what is missing.
  const exact = findHeader(sheet, required)
  const index = Math.max(0, exact >= 0 ? exact : findHeader(sheet, required.slice(0, 1)))
  return createRawTable(
    place,
    index + 1,
    sheet.rows[index] ?? [],
    sheet.rows.slice(index + 1),
    required,
    file.corrector,
  )
}
