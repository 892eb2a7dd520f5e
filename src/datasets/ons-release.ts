import { HeadroomError } from '../errors/headroom-error.ts'
import type { PublishedFile } from './published-file.ts'
import type { Cell, Sheet } from './workbook.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * Month in which a sheet of ONS labour market statistics came out, for example `2022-05`: its vintage.
 * @throws HeadroomError `edition-incomplete` where the sheet doesn't say
 */
export function releaseMonth(file: PublishedFile, sheet: Sheet): string {
  const row = sheet.rows.slice(0, 12).find(([cell]) => /^date of publication/i.test(String(cell ?? '')))
  for (const cell of row?.slice(1) ?? []) {
    const month = monthOf(cell)
    if (month !== null) return month
  }
  throw new HeadroomError('edition-incomplete', {
    file: `${file.name}, sheet ${sheet.name}`,
    missing: 'the date of publication',
  })
}

function monthOf(cell: Cell): string | null {
  const text = String(cell ?? '').trim()
  const iso = /^(\d{4}-\d\d)-\d\d/.exec(text)?.[1]
  if (iso !== undefined) return iso
  const [, name = '', year] = /^\d{1,2}(?:st|nd|rd|th)? ([a-z]+) (\d{4})$/i.exec(text) ?? []
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase())
  return year === undefined || month < 0 ? null : `${year}-${twoDigits(month + 1)}`
}

/** A quarter of three months. */
export interface Quarter {
  /** First and last month, for example `2021-11/2022-01`. */
  readonly quarter: string
  /** Last month counted from the year 0, to order quarters and find gaps. */
  readonly index: number
  /** True for January to March, April to June and so on, which don't overlap. */
  readonly isCalendar: boolean
}

/** The quarter a label such as `Nov-Jan 2022` stands for (its year is that of the last month), or null. */
export function parseQuarter(label: string): Quarter | null {
  const [, from = '', to = '', year] =
    /^([a-z]{3})\w*\s*-\s*([a-z]{3})\w*\s+(\d{4})$/i.exec(label.trim()) ?? []
  const [first, last] = [from, to].map((name) => MONTHS.indexOf(name.toLowerCase()))
  if (year === undefined || first === undefined || last === undefined || first < 0 || last < 0) return null
  if ((first + 2) % 12 !== last) return null
  const start = last < first ? Number(year) - 1 : Number(year)
  return {
    quarter: `${start}-${twoDigits(first + 1)}/${year}-${twoDigits(last + 1)}`,
    index: Number(year) * 12 + last,
    isCalendar: first % 3 === 0,
  }
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')
