import { HeadroomError } from '../../errors/headroom-error.ts'
import { monthOfWords } from '../parse-month.ts'
import type { PublishedFile } from '../published-file.ts'
import { columnKey, createRawTable, type RawRow, type RawTable } from '../raw-table.ts'
import type { Cell, Sheet } from '../workbook.ts'

/** A sheet with a column for each month. */
export interface MonthGrid {
  readonly table: RawTable
  /** Months that have a column, which goes by that name in the table. */
  readonly months: readonly string[]
}

/** The month of a heading, which may be broken over lines or padded with blanks; null for any other cell. */
const monthOf = (cell: Cell | undefined): string | null =>
  monthOfWords(
    String(cell ?? '')
      .replace(/\s+/g, ' ')
      .trim(),
  )

/**
 * Reads a sheet whose months stand in columns, down to its line of sources.
 * @param nameLabel name of a column left of the months by its heading and place, null where it isn't read
 * @param required columns that must be there, by the names given
 * @throws HeadroomError `edition-columns`, `edition-incomplete`
 */
export function readMonthGrid(
  file: PublishedFile,
  sheet: Sheet,
  nameLabel: (heading: string, index: number) => string | null,
  required: readonly string[],
): MonthGrid {
  const place = `${file.name}, sheet ${sheet.name}`
  const header = sheet.rows.findIndex((row) => row.some((cell) => monthOf(cell) !== null))
  if (header < 0) throw incomplete(place, 'a row with the months')
  const months: string[] = []
  const names = (sheet.rows[header] ?? []).map((cell, index) => {
    const month = monthOf(cell)
    if (month === null) return nameLabel(columnKey(String(cell ?? '')), index)
    if (months.includes(month)) throw incomplete(place, `each month once (${month} has two columns)`)
    months.push(month)
    return month
  })
  const end = sheet.rows.findIndex(([cell], index) => index > header && /^source:/i.test(String(cell ?? '')))
  const records = sheet.rows.slice(header + 1, end < 0 ? undefined : end)
  return { table: createRawTable(place, header + 1, names, records, required), months }
}

/**
 * A published rate, null where the publisher has none: a full stop for what didn’t exist or is obscured, nothing or a
 * placeholder in a month that was not filled in.
 */
export function readRate(row: RawRow, column: string): number | null {
  const text = row.optional(column)
  if (text === '.' || isPlaceholder(text)) return null
  return row.numericOrMissing(column, { min: 0, max: 100 })
}

/** True for the mark of a template that was not filled in. */
export const isPlaceholder = (text: string | null): boolean => /^tag_/.test(text ?? '')

/** The error for a sheet that lacks something. */
export const incomplete = (file: string, missing: string): HeadroomError =>
  new HeadroomError('edition-incomplete', { file, missing })
