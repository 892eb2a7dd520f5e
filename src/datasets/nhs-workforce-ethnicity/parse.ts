import { HeadroomError } from '../../errors/headroom-error.ts'
import { kebabCase } from '../kebab-case.ts'
import type { PublishedFile } from '../published-file.ts'
import { readRawAny } from '../raw-any.ts'
import type { RawRow } from '../raw-table.ts'
import { refuseNewGroups } from '../refuse-new.ts'
import { createRepeatCheck } from '../refuse-repeats.ts'
import { ETHNICITY_COLUMNS } from './kind.ts'

/** Ethnicities that add up to those known, as codes. */
export const KNOWN = ['white', 'asian', 'black', 'chinese', 'mixed', 'other'] as const
/** What else a member of staff may be: on a code no longer used, or not known. */
export const NOT_KNOWN = ['discontinued-codes', 'unknown-not-stated'] as const

/** Code of the total of the ethnicities known. */
export const TOTAL_KNOWN = 'total-known'
/** Code of the total of all staff. */
export const TOTAL = 'total'

const TOTALS: ReadonlyMap<string, string> = new Map([
  ['all', TOTAL_KNOWN],
  ['all-including-unknown-not-stated-and-discontinued-codes', TOTAL],
])
const CODES: readonly string[] = [...KNOWN, ...NOT_KNOWN]

/** Staff of a staff group, grade and ethnicity at one date. */
export interface EthnicityRow {
  /** Month at whose end the staff were counted. */
  readonly month: string
  readonly staffGroup: string
  /** Grade as a code, `all` for the published total. */
  readonly grade: string
  /** Ethnicity as a code, or `total-known`, or `total`. */
  readonly ethnicity: string
  readonly headcount: number
}

/**
 * Reads a file of staff by ethnicity and grade.
 * @param groupOf code of the staff group by the publisher's label, null where there is none
 * @param added columns that editions before didn’t have
 * @throws HeadroomError `edition-damaged`, `edition-columns`, `edition-groups`, `edition-cell`, `edition-duplicate`,
 * `edition-split`, `edition-incomplete`
 */
export function parseEthnicity(
  file: PublishedFile,
  groupOf: (label: string) => string | null,
  added: readonly string[],
): readonly EthnicityRow[] {
  const refuseRepeat = createRepeatCheck(added)
  const table = readRawAny(file, ETHNICITY_COLUMNS)
  refuseNewGroups(table, 'Role_Group', (label) => groupOf(label) !== null)
  const rows = table.rows.map((row) => {
    const label = kebabCase(row.text('Ethnicity'))
    const grade = kebabCase(row.text('Grade'))
    const parsed: EthnicityRow = {
      month: parseDate(row),
      staffGroup:
        groupOf(row.text('Role_Group')) ?? row.refuse('Role_Group', 'a staff group of staff-groups.csv'),
      grade: grade === 'all-grades' ? 'all' : grade,
      ethnicity:
        TOTALS.get(label) ??
        (CODES.includes(label) ? label : row.refuse('Ethnicity', 'one of the ethnicities known, or a total')),
      headcount: row.numeric('Value', { min: 0 }),
    }
    if (!Number.isInteger(parsed.headcount)) row.refuse('Value', 'a whole number of people')
    refuseRepeat(row, `${parsed.month}, ${parsed.staffGroup}, ${parsed.grade}, ${parsed.ethnicity}`)
    return parsed
  })
  if (rows.length === 0)
    throw new HeadroomError('edition-incomplete', { file: file.name, missing: 'any row of figures' })
  return rows
}

/** `2009-09-01` or `01/09/2009`, which stands for the end of the month, as `2009-09`. */
function parseDate(row: RawRow): string {
  const text = row.text('Time')
  const [, isoYear, isoMonth] = /^(\d{4})-(\d\d)-\d\d$/.exec(text) ?? []
  const [, month, year] = /^\d\d\/(\d\d)\/(\d{4})$/.exec(text) ?? []
  const number = Number(month ?? isoMonth)
  if (!(number >= 1 && number <= 12)) row.refuse('Time', 'a date such as 2022-06-01')
  return `${year ?? isoYear}-${month ?? isoMonth}`
}
