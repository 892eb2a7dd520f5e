import { HeadroomError } from '../../errors/headroom-error.ts'
import { monthOfWords } from '../parse-month.ts'
import type { PublishedFile } from '../published-file.ts'
import { readRawCsv } from '../raw-csv.ts'
import type { RawRow } from '../raw-table.ts'
import { createRepeatCheck } from '../refuse-repeats.ts'
import { ACTIVITY_COLUMNS, REQUIRED_COLUMNS } from './kind.ts'

/** What is counted, by the names of `ACTIVITY_COLUMNS`. */
export type Activity = Readonly<Record<keyof typeof ACTIVITY_COLUMNS, number>>

/** Names of what is counted. */
export const MEASURES = Object.keys(ACTIVITY_COLUMNS) as readonly (keyof Activity)[]

/** One organisation's month. */
export interface ActivityRow {
  readonly organisation: string
  readonly name: string
  readonly activity: Activity
}

/** A month as published. */
export interface ActivityMonth {
  readonly month: string
  readonly rows: readonly ActivityRow[]
  /** The publisher's own total. */
  readonly total: Activity
  readonly columns: readonly string[]
}

/**
 * Reads a monthly file of attendances and emergency admissions.
 * @throws HeadroomError `edition-damaged`, `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export function parseActivity(file: PublishedFile): ActivityMonth {
  const table = readRawCsv(file, REQUIRED_COLUMNS)
  const refuseRepeat = createRepeatCheck()
  const rows: ActivityRow[] = []
  const months = new Set<string>()
  let total: Activity | null = null
  for (const row of table.rows) {
    const organisation = row.text('Org Code')
    // The total is spelt in three ways, with and without blanks.
    const isTotal = /^total$/i.test(organisation) || /^total$/i.test(row.text('Period'))
    refuseRepeat(row, isTotal ? 'the total' : organisation)
    if (isTotal) {
      total = readActivity(row)
      continue
    }
    months.add(parsePeriod(row))
    rows.push({ organisation, name: row.text('Org name'), activity: readActivity(row) })
  }
  const [month, other] = months
  if (month === undefined || total === null)
    throw new HeadroomError('edition-incomplete', {
      file: file.name,
      missing: month === undefined ? 'any organisation' : 'the row of the total',
    })
  if (other !== undefined)
    throw new HeadroomError('edition-incomplete', {
      file: file.name,
      missing: `one month alone (it has ${[...months].join(', ')})`,
    })
  return { month, rows, total, columns: table.columns }
}

/** `MSitAE-APRIL-2024` as `2024-04`. */
function parsePeriod(row: RawRow): string {
  const [, words = ''] = /^MSitAE-(.+)$/i.exec(row.text('Period')) ?? []
  return monthOfWords(words) ?? row.refuse('Period', 'a month such as MSitAE-APRIL-2024')
}

const readActivity = (row: RawRow): Activity =>
  Object.fromEntries(
    MEASURES.map((measure) => [measure, row.numeric(ACTIVITY_COLUMNS[measure], { min: 0 })]),
  ) as Record<keyof Activity, number>
