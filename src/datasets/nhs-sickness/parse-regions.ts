import { HeadroomError } from '../../errors/headroom-error.ts'
import { monthOfWords } from '../parse-month.ts'
import type { PublishedFile } from '../published-file.ts'
import { sheetsOf } from '../raw-sheet.ts'
import { createRawTable, type RawRow } from '../raw-table.ts'
import { createRepeatCheck } from '../refuse-repeats.ts'
import type { Cell } from '../workbook.ts'
import { regionSheet } from './kind-regions.ts'

/** A published monthly rate. */
export interface RegionRate {
  readonly month: string
  /** Region as published, or `England`. */
  readonly region: string
  /** Per cent. */
  readonly rate: number
}

/** The rates of one released workbook. */
export interface RegionRates {
  /** Date of publication. */
  readonly released: string
  readonly rates: readonly RegionRate[]
  /** Months that have a row but no rates yet, as the workbook was made from a template. */
  readonly empty: readonly string[]
}

const ENGLAND = 'England'
/** Heading given to the column of months, which has none. */
const MONTH = 'Month'

/**
 * Reads the monthly rates by region; notes below the table are left alone.
 * @throws HeadroomError `edition-sheet`, `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export function parseRegionRates(file: PublishedFile): RegionRates {
  const sheet = regionSheet(file)
  if (!sheet) throw new Error(`${file.name} has no sheet of rates by region`)
  const place = `${file.name}, sheet ${sheet.name}`
  const header = sheet.rows.findIndex((row) => row.some((cell) => cell === ENGLAND))
  if (header < 0) throw incomplete(place, 'the column England')
  const names = (sheet.rows[header] ?? []).map((cell, index) => (index === 0 ? MONTH : cell))
  const end = sheet.rows.findIndex((row, index) => index > header && isBlank(row))
  const records = sheet.rows.slice(header + 1, end < 0 ? undefined : end)
  const table = createRawTable(place, header + 1, names, records, [MONTH, ENGLAND])
  const regions = table.columns.filter((name) => name !== '' && name !== MONTH)
  const refuseRepeat = createRepeatCheck()
  const rates: RegionRate[] = []
  const empty: string[] = []
  for (const row of table.rows) {
    const month = monthOfWords(row.text(MONTH)) ?? row.refuse(MONTH, 'a month such as April 2009')
    refuseRepeat(row, month)
    if (/^tag_/.test(row.optional(ENGLAND) ?? '')) empty.push(month)
    else rates.push(...readRates(row, month, regions))
  }
  if (rates.length === 0) throw incomplete(place, 'any month')
  return { released: releaseDate(file), rates, empty }
}

const readRates = (row: RawRow, month: string, regions: readonly string[]): readonly RegionRate[] =>
  regions.flatMap((region) => {
    // A full stop marks an organisation or region that didn't exist.
    const rate = row.optional(region) === '.' ? null : row.numericOrMissing(region, { min: 0, max: 100 })
    return rate === null ? [] : [{ month, region, rate }]
  })

const isBlank = (row: readonly Cell[]): boolean => row.every((cell) => cell === null || cell === '')

const incomplete = (file: string, missing: string): HeadroomError =>
  new HeadroomError('edition-incomplete', { file, missing })

/** The day of `Publication date: 28 July 2022` as `2022-07-28`. */
function releaseDate(file: PublishedFile): string {
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
