import type { PublishedFile } from '../published-file.ts'
import { createRepeatCheck } from '../refuse-repeats.ts'
import type { Sheet } from '../workbook.ts'
import { incomplete, readMonthGrid, readRate } from './month-grid.ts'

/** Rates of one organisation, as listed under a region. */
export interface OrganisationRates {
  readonly organisation: string
  readonly name: string
  readonly region: string
  readonly regionCode: string
  /** Rates in per cent by month; a month without one is left out. */
  readonly rates: ReadonlyMap<string, number>
  /** Row as a reader of the sheet counts it. */
  readonly row: number
}

const LABELS: ReadonlyMap<string, string> = new Map([
  ['nhse region name', 'NHSE Region name'],
  ['nhse region code', 'NHSE code'],
  ['nhse code', 'NHSE code'],
  ['organisation name', 'Organisation name'],
  ['org code', 'Org code'],
  ['organisation code', 'Org code'],
])

/** Name of the row of each region as a whole. */
export const ALL_ORGANISATIONS = 'All organisations'

/**
 * Reads the monthly rates by organisation, the row of each region among them. Organisations have come under two regions.
 * @throws HeadroomError `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export function parseOrganisationRates(file: PublishedFile, sheet: Sheet): readonly OrganisationRates[] {
  const required = [...new Set(LABELS.values())]
  const { table, months } = readMonthGrid(file, sheet, (heading) => LABELS.get(heading) ?? null, required)
  const refuseRepeat = createRepeatCheck()
  const organisations = table.rows.map((row): OrganisationRates => {
    const organisation = row.text('Org code')
    const regionCode = row.text('NHSE code')
    refuseRepeat(row, `${organisation} of ${regionCode}`)
    const rates = new Map<string, number>()
    for (const month of months) {
      const rate = readRate(row, month)
      if (rate !== null) rates.set(month, rate)
    }
    const region = row.text('NHSE Region name')
    return { organisation, name: row.text('Organisation name'), region, regionCode, rates, row: row.number }
  })
  if (organisations.length === 0) throw incomplete(table.place, 'any organisation')
  return organisations
}
