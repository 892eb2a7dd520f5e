import type { Finding } from '../domain/finding.ts'
import type { InputFiles } from '../domain/input-files.ts'
import { readTable } from '../tables/table.ts'

/** A code that a publication spoilt, and what it was. */
export interface OrganisationCorrection {
  readonly series: string
  readonly found: string
  readonly code: string
  readonly firstYear: number
  readonly lastYear: number
  readonly reason: string
}

/** Corrections of codes, below `data/`. */
export const CORRECTIONS_FILE = 'reference/organisation-corrections.csv'
const COLUMNS = ['series', 'found', 'code', 'first_year', 'last_year', 'reason']

/**
 * Reads `data/reference/organisation-corrections.csv`.
 * @throws HeadroomError `file-missing`, `table-header`, `table-cell`
 */
export const readOrganisationCorrections = (files: InputFiles): readonly OrganisationCorrection[] =>
  readTable(files, CORRECTIONS_FILE, COLUMNS).rows.map((row) => ({
    series: row.text('series'),
    found: row.text('found'),
    code: row.text('code'),
    firstYear: row.integer('first_year'),
    lastYear: row.integer('last_year'),
    reason: row.text('reason'),
  }))

/** The code that a spoilt one stands for in a year, or null where no correction is on record. */
export const correctCode = (
  corrections: readonly OrganisationCorrection[],
  found: string,
  year: number,
): string | null =>
  corrections.find((row) => row.found === found && row.firstYear <= year && year <= row.lastYear)?.code ??
  null

/** Corrections made in a file, and, where it has the right code of its own, those that have had their day. */
export function checkCorrections(
  corrections: readonly OrganisationCorrection[],
  rows: readonly { readonly published: string; readonly organisation: string; readonly year: number }[],
  file: string,
): readonly Finding[] {
  return corrections.flatMap(({ found, code, reason, firstYear, lastYear }): Finding[] => {
    const own = rows.filter(({ year }) => firstYear <= year && year <= lastYear)
    const corrected = own.filter(({ published }) => published === found).length
    if (corrected > 0) {
      const message = `${corrected} rows have the code ${found}, which stands for ${code}. ${reason}`
      return [{ rule: 'organisation-corrected', severity: 'note', message, place: file }]
    }
    if (!own.some(({ organisation }) => organisation === code)) return []
    const message = `The file has ${code} itself, so the correction of ${found} in ${CORRECTIONS_FILE} is no longer needed: remove it.`
    return [{ rule: 'organisation-correction-obsolete', severity: 'warning', message, place: file }]
  })
}
