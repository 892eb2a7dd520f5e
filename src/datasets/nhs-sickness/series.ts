import { HeadroomError } from '../../errors/headroom-error.ts'
import type { AreaFinder } from '../area-names.ts'
import { refuseAbsentAreas } from '../complete.ts'
import { refuseSamePeriod } from '../editions.ts'
import { findNewColumns, newColumns } from '../new-columns.ts'
import type { PublishedFile } from '../published-file.ts'
import { type Edition, filesOf, type Harmonised, OGL, type Series } from '../series.ts'
import { checkOrganisations, checkSickness } from './check.ts'
import { harmoniseReleases } from './harmonise-releases.ts'
import { PUBLISHED_COLUMNS, SICKNESS_COLUMNS, sicknessMonthly } from './kind.ts'
import { sicknessRates } from './kind-regions.ts'
import { parseSickness, type SicknessRow } from './parse.ts'
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
    'Rates by region are from the older workbooks, a release at a time; they are not joined to the days by area.',
  ],
  starts: [sicknessMonthly, sicknessRates],
  companions: [],
  harmonise(files, { areas }) {
    const months = filesOf(files, sicknessMonthly)
    const workbooks = filesOf(files, sicknessRates)
    const parts = [
      ...(months.length > 0 ? [harmoniseMonths(months, areas)] : []),
      ...(workbooks.length > 0 ? [harmoniseReleases(workbooks)] : []),
    ]
    return {
      editions: parts.flatMap(({ editions }) => editions),
      tables: parts.flatMap(({ tables }) => tables),
      findings: parts.flatMap(({ findings }) => findings),
    }
  },
}

function harmoniseMonths(files: readonly PublishedFile[], areas: AreaFinder): Harmonised {
  const parsed = files.map((file) => {
    const added = newColumns(file, SICKNESS_COLUMNS, PUBLISHED_COLUMNS)
    const rows = parseSickness(file, areas, added)
    refuseIncomplete(file, rows, areas)
    return { file, name: file.name, rows, added, periods: new Set(rows.map(({ month }) => month)) }
  })
  refuseSamePeriod(parsed)
  const rows = parsed.flatMap((part) => part.rows)
  return {
    editions: parsed.map(({ file, rows, periods }): Edition => {
      const period = [...periods].sort().join(', ')
      return { edition: period, period, file: file.name, sha256: file.sha256, rows: rows.length }
    }),
    tables: [absence(rows)],
    findings: [
      ...parsed.flatMap(({ rows, added, name }) => [
        ...findNewColumns(added, name),
        ...checkSickness(rows, name),
      ]),
      ...checkOrganisations(rows),
    ],
  }
}

function refuseIncomplete(file: PublishedFile, rows: readonly SicknessRow[], areas: AreaFinder): void {
  const months = new Set(rows.map(({ month }) => month))
  if (months.size === 0)
    throw new HeadroomError('edition-incomplete', { file: file.name, missing: 'any row of figures' })
  for (const month of months) {
    const own = rows.filter((row) => row.month === month && row.daysAvailable !== null)
    refuseAbsentAreas(
      file.name,
      new Set(own.map(({ area }) => area)),
      areas,
      `sickness absence in ${month}`,
      month,
    )
  }
}
