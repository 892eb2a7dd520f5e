import { HeadroomError } from '../../errors/headroom-error.ts'
import type { MissingReason } from '../missing.ts'
import type { PublishedFile } from '../published-file.ts'
import { readRawSheet, sheetsOf } from '../raw-sheet.ts'
import type { RawRow } from '../raw-table.ts'
import { refuseTwice } from '../social-care-outcomes/council-outcome.ts'
import { ENGLAND_ONS } from '../social-care-turnover/parse-turnover.ts'
import { employeesOf, PAY_COLUMNS } from './kind.ts'

/** Annual pay of the employees who live in one council, in pounds. */
export interface CouncilPay {
  readonly employees: string
  readonly council: string
  /** Jobs in thousands, a rough guide only. */
  readonly jobs: number | null
  readonly median: number | null
  readonly mean: number | null
  /** Why there is no median. */
  readonly missing: MissingReason | null
}

/** One edition as parsed. */
export interface Pay {
  readonly year: string
  /** Year, and `-provisional` where the publisher says it is. */
  readonly edition: string
  readonly rows: readonly CouncilPay[]
}

const COUNCIL = /^E(06|08|09|10)\d{6}$/
/** The employees of whom tables are kept; the others are theirs by sex and hours. */
const KEPT = ['all', 'male', 'female', 'full-time', 'part-time']
/** This publisher's marks, which differ from others': `x` is a figure too unreliable to publish. */
const MARKS: ReadonlyMap<string, MissingReason> = new Map([
  ['x', 'suppressed'],
  ['..', 'suppressed'],
  [':', 'not applicable'],
  ['-', 'not applicable'],
  ['', 'blank'],
])

/**
 * Reads pay by council; districts, regions and other countries are left out.
 * @throws HeadroomError `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export function parsePay(file: PublishedFile): Pay {
  const rows: CouncilPay[] = []
  let year: string | undefined
  for (const sheet of sheetsOf(file)) {
    const employees = employeesOf(sheet)
    if (employees === null || !KEPT.includes(employees)) continue
    year ??= /, (\d{4})\s*$/.exec(String(sheet.rows[0]?.[0] ?? ''))?.[1]
    const seen = new Map<string, number>()
    for (const row of readRawSheet(file, sheet, PAY_COLUMNS).rows) {
      const council = row.optional('Code') ?? ''
      if (!COUNCIL.test(council) && council !== ENGLAND_ONS) continue
      refuseTwice(seen, row, council)
      const median = readPounds(row, 'Median')
      rows.push({
        employees,
        council,
        jobs: readPounds(row, '(thousand)').value,
        median: median.value,
        mean: readPounds(row, 'Mean').value,
        missing: median.missing,
      })
    }
  }
  if (year === undefined || rows.length === 0)
    throw new HeadroomError('edition-incomplete', {
      file: file.name,
      missing: rows.length === 0 ? 'pay in any council' : 'the year in the title of the table',
    })
  // The tables themselves are the same in both; the publisher puts it in the name of the file.
  const isProvisional = /\bprov/i.test(file.name)
  return { year, edition: isProvisional ? `${year}-provisional` : year, rows }
}

function readPounds(
  row: RawRow,
  column: string,
): { readonly value: number | null; readonly missing: MissingReason | null } {
  const missing = MARKS.get(row.optional(column)?.toLowerCase() ?? '')
  return missing === undefined
    ? { value: row.numeric(column, { min: 0 }), missing: null }
    : { value: null, missing }
}
