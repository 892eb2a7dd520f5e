import { HeadroomError } from '../../errors/headroom-error.ts'
import { type MissingReason, missingReason } from '../missing.ts'
import type { PublishedFile } from '../published-file.ts'
import { readRawCsv } from '../raw-csv.ts'
import type { RawRow } from '../raw-table.ts'
import { createRepeatCheck } from '../refuse-repeats.ts'
import { OFLOG_COLUMNS } from '../social-care-turnover/kind.ts'

/** Columns that are read besides those of staff turnover. */
const COLUMNS = [...OFLOG_COLUMNS, 'Code', 'MEDIAN', 'rank_order'] as const
const COUNCIL = /^E(06|08|09|10)\d{6}$/
/** Largest figure of any measure: requests for support per 100,000 adults. */
const LARGEST = 100_000

/** A measure of one council in one financial year. */
export interface CouncilMeasure {
  readonly year: string
  readonly council: string
  readonly councilName: string
  /** The publisher’s code, for example `ASC7`. */
  readonly measure: string
  readonly value: number | null
  readonly missing: MissingReason | null
}

/** A measure in one financial year. */
export interface MeasureYear {
  readonly year: string
  readonly measure: string
  readonly label: string
  /** What the publisher ranks councils by: `descending` where more is better, `none` where neither is. */
  readonly ranking: string
  /** The publisher’s median of the councils with a figure. */
  readonly median: number
}

/** The measures as parsed. */
export interface Measures {
  readonly rows: readonly CouncilMeasure[]
  readonly years: readonly MeasureYear[]
}

/**
 * Reads all measures of the Office for Local Government on adult social care.
 * @throws HeadroomError `edition-damaged`, `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export function parseMeasures(file: PublishedFile): Measures {
  const refuseRepeat = createRepeatCheck()
  const years = new Map<string, MeasureYear>()
  const rows = readRawCsv(file, COLUMNS).rows.map((row): CouncilMeasure => {
    const year = yearOf(row)
    const council = row.text('Local authority code')
    if (!COUNCIL.test(council))
      row.refuse('Local authority code', 'the ONS code of a council with social care duties')
    const measure = row.text('Code')
    if (!/^ASC\d+$/.test(measure)) row.refuse('Code', 'the code of a measure such as ASC7')
    refuseRepeat(row, `${year}, ${council}, ${measure}`)
    noteYear(years, row, year, measure)
    const missing = missingReason(row.optional('Value') ?? '')
    const value = missing === null ? row.numeric('Value', { min: 0, max: LARGEST }) : null
    return { year, council, councilName: row.text('Local authority name'), measure, value, missing }
  })
  if (!rows.some(({ value }) => value !== null))
    throw new HeadroomError('edition-incomplete', { file: file.name, missing: 'figures of any council' })
  return { rows, years: [...years.values()] }
}

function yearOf(row: RawRow): string {
  const [, from, to] = /^(\d{4})-(\d\d)$/.exec(row.text('Financial year')) ?? []
  if (from === undefined || Number(to) !== (Number(from) + 1) % 100)
    row.refuse('Financial year', 'a financial year such as 2016-17')
  return `${from}/${to}`
}

/** Label, ranking and median are repeated in every row of a measure and year, and must not differ. */
function noteYear(years: Map<string, MeasureYear>, row: RawRow, year: string, measure: string): void {
  const key = `${year}, ${measure}`
  const before = years.get(key)
  const label = row.text('Measure').replace(/^Outcome, /, '')
  const median = row.numeric('MEDIAN', { min: 0, max: LARGEST })
  if (before && before.label !== label) row.refuse('Measure', `${before.label}, as in rows above for ${key}`)
  if (before && before.median !== median)
    row.refuse('MEDIAN', `${before.median}, as in rows above for ${key}`)
  const ranking = rankingOf(row) ?? before?.ranking ?? ''
  years.set(key, { year, measure, label, median, ranking })
}

/** The word for the ranking, or null where the cell is blank, as it is where there is no figure. */
function rankingOf(row: RawRow): string | null {
  const text = (row.optional('rank_order') ?? '').toLowerCase()
  if (text === '') return null
  if (text === 'none') return 'none'
  if (text === 'desc') return 'descending'
  return text === 'asc' ? 'ascending' : row.refuse('rank_order', 'desc, asc or None')
}
