import { HeadroomError } from '../../errors/headroom-error.ts'
import { refuseSameEdition } from '../editions.ts'
import { type Edition, filesOf, OGL, type Series } from '../series.ts'
import { checkOrganisations, checkSickness } from './check.ts'
import { sicknessMonthly } from './kind.ts'
import { parseSickness } from './parse.ts'
import { absence } from './tables.ts'

/** Sickness absence of NHS organisations. */
export const nhsSickness: Series = {
  code: 'nhs-sickness',
  title: 'NHS sickness absence rates',
  publisher: 'NHS England',
  licence: OGL,
  attribution:
    'NHS England, NHS Sickness Absence Rates. Contains public sector information licensed under the Open Government Licence v3.0.',
  address: 'https://digital.nhs.uk/data-and-information/publications/statistical/nhs-sickness-absence-rates',
  notes: [
    'All staff of each organisation; the monthly files have no split by staff group.',
    'Organisations merge and close during the year, so their number changes; areas do not.',
  ],
  starts: [sicknessMonthly],
  companions: [],
  harmonise(files, { areas }) {
    const parsed = filesOf(files, sicknessMonthly).map((file) => ({ file, rows: parseSickness(file, areas) }))
    const editions = parsed.map(({ file, rows }): Edition => {
      const months = [...new Set(rows.map(({ month }) => month))].sort()
      if (months.length === 0)
        throw new HeadroomError('edition-incomplete', { file: file.name, missing: 'any organisation' })
      const period = months.join(', ')
      return { edition: period, period, file: file.name, sha256: file.sha256, rows: rows.length }
    })
    refuseSameEdition(editions)
    const rows = parsed.flatMap((part) => part.rows)
    return {
      editions,
      tables: [absence(rows)],
      findings: [
        ...parsed.flatMap(({ file, rows }) => checkSickness(rows, file.name)),
        ...checkOrganisations(rows),
      ],
    }
  },
}
