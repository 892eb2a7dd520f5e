import type { Finding } from '../../domain/finding.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import type { PublishedFile } from '../published-file.ts'
import { readRawCsv } from '../raw-csv.ts'
import type { TidyTable } from '../tidy-table.ts'
import { SUCCESSION_COLUMNS } from './kind.ts'

/** Where the succession of the last import is, below `data/`. */
export const SUCCESSION_FILE = 'statistics/geography/organisation-successors.csv'

/** The succession of organisations as read. */
export interface Succession {
  readonly table: TidyTable
  readonly findings: readonly Finding[]
  /** Rows of the file. */
  readonly rows: number
}

/** Codes of trusts, commissioners and boards; sites, practices and wards have longer ones. */
const ORGANISATION = /^[A-Z0-9]{3}$/
const ANY_CODE = /^[A-Z0-9]{1,12}$/

/**
 * Reads which organisations succeeded which; only organisations of their own standing are kept.
 * @throws HeadroomError `edition-columns`, `edition-cell`, `edition-incomplete`
 */
export function readSuccession(file: PublishedFile): Succession {
  const steps = readRawCsv(file, SUCCESSION_COLUMNS).rows.map((row) => {
    const [from, to] = (['old_code', 'new_code'] as const).map((column) => {
      const code = row.text(column)
      return ANY_CODE.test(code) ? code : row.refuse(column, 'the code of an organisation')
    })
    const date = row.text('date')
    if (!/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(date))
      row.refuse('date', 'a date such as 2021-04-01')
    return [from ?? '', to ?? '', date] as const
  })
  const own = steps.filter(([from, to]) => ORGANISATION.test(from) && from !== to)
  const kept = [...new Map(own.map((step) => [step.join(), step])).entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, step]) => step)
  if (kept.length === 0)
    throw new HeadroomError('edition-incomplete', { file: file.name, missing: 'any trust or commissioner' })
  const smaller = steps.filter(([from]) => !ORGANISATION.test(from)).length
  const findings: Finding[] = [
    {
      rule: 'succession-of-sites',
      severity: 'note',
      message: `${smaller} of ${steps.length} rows are of sites, practices and other parts of organisations, and are not kept.`,
      place: file.name,
    },
  ]
  const repeated = steps.length - smaller - kept.length
  if (repeated > 0)
    findings.push({
      rule: 'succession-repeated',
      severity: 'note',
      message: `${repeated} rows repeat another or name the same organisation twice; they are left out.`,
      place: file.name,
    })
  return { table: { ...describeTable(), rows: kept }, findings, rows: steps.length }
}

const describeTable = (): Omit<TidyTable, 'rows'> => ({
  file: 'organisation-successors.csv',
  title: 'NHS organisations and their successors',
  definition:
    'Trusts, commissioners and other organisations with codes of three characters, and the organisation that took each ' +
    'over on a day. An organisation that was split has several rows; in what shares is not published.',
  editionColumns: [],
  columns: [
    { name: 'old_code', type: 'text', description: 'Code of the organisation' },
    { name: 'new_code', type: 'text', description: 'Code of its successor' },
    { name: 'date', type: 'text', description: 'ISO date from which the successor counts' },
  ],
})
