import { monthOfWords } from '../parse-month.ts'
import type { PublishedFile } from '../published-file.ts'
import { sheetsOf } from '../raw-sheet.ts'
import { createRawTable } from '../raw-table.ts'
import { createRepeatCheck } from '../refuse-repeats.ts'
import type { Cell, Sheet } from '../workbook.ts'
import { rateSheet } from './kind-regions.ts'
import { incomplete, isPlaceholder, readRate } from './month-grid.ts'

/** A published monthly rate of one column. */
export interface ColumnRate {
  readonly month: string
  /** Region or type of organisation as published, or `England`. */
  readonly column: string
  /** Per cent. */
  readonly rate: number
}

/** Rates of a table with a row for each month. */
export interface ColumnRates {
  readonly rates: readonly ColumnRate[]
  /** Months that have a row but no rates yet, as the workbook was made from a template. */
  readonly empty: readonly string[]
}

const ENGLAND = 'England'
/** Heading given to the column of months, which has none. */
const MONTH = 'Month'

/**
 * Reads the monthly rates by region.
 * @throws HeadroomError see `parseColumnRates`
 */
export function parseRegionRates(file: PublishedFile): ColumnRates {
  const sheet = rateSheet(file, 'region')
  if (!sheet) throw new Error(`${file.name} has no sheet of rates by region`)
  return parseColumnRates(file, sheet)
}

/**
 * Reads a table with a row for each month, England and others in its columns; notes below it are left alone.
 * @throws HeadroomError `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export function parseColumnRates(file: PublishedFile, sheet: Sheet): ColumnRates {
  const place = `${file.name}, sheet ${sheet.name}`
  const header = sheet.rows.findIndex((row) => row.some((cell) => cell === ENGLAND))
  if (header < 0) throw incomplete(place, 'the column England')
  const names = (sheet.rows[header] ?? []).map((cell, index) => (index === 0 ? MONTH : cell))
  const end = sheet.rows.findIndex((row, index) => index > header && isBlank(row))
  const records = sheet.rows.slice(header + 1, end < 0 ? undefined : end)
  const table = createRawTable(place, header + 1, names, records, [MONTH, ENGLAND])
  const columns = table.columns.filter((name) => name !== '' && name !== MONTH)
  const refuseRepeat = createRepeatCheck()
  const rates: ColumnRate[] = []
  const empty: string[] = []
  for (const row of table.rows) {
    const month = monthOfWords(row.text(MONTH)) ?? row.refuse(MONTH, 'a month such as April 2009')
    refuseRepeat(row, month)
    if (isPlaceholder(row.optional(ENGLAND))) {
      empty.push(month)
      continue
    }
    for (const column of columns) {
      const rate = readRate(row, column)
      if (rate !== null) rates.push({ month, column, rate })
    }
  }
  if (rates.length === 0) throw incomplete(place, 'any month')
  return { rates, empty }
}

const isBlank = (row: readonly Cell[]): boolean => row.every((cell) => cell === null || cell === '')

/**
 * The day of `Publication date: 28 July 2022` as `2022-07-28`.
 * @throws HeadroomError `edition-incomplete`
 */
export function releaseDate(file: PublishedFile): string {
  for (const { rows } of sheetsOf(file))
    for (const [cell] of rows.slice(0, 10)) {
      const [, day = '', month = ''] =
        /^Publication date:?\s+(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]+\s+\d{4})/i.exec(
          String(cell ?? '').trim(),
        ) ?? []
      const iso = monthOfWords(month)
      if (iso !== null) return `${iso}-${day.padStart(2, '0')}`
    }
  throw incomplete(file.name, 'the line “Publication date”')
}
