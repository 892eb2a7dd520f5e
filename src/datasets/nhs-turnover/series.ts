import { HeadroomError } from '../../errors/headroom-error.ts'
import type { AreaFinder } from '../area-names.ts'
import { refuseAbsentAreas } from '../complete.ts'
import { refuseSamePeriod } from '../editions.ts'
import { findNewColumns, newColumns } from '../new-columns.ts'
import type { PublishedFile } from '../published-file.ts'
import { type Edition, filesOf, OGL, type Series } from '../series.ts'
import { checkTurnover } from './check.ts'
import { PUBLISHED_COLUMNS, TURNOVER_COLUMNS, turnoverMonthly } from './kind.ts'
import { parseTurnover, type TurnoverRow } from './parse.ts'
import { staffFlows } from './tables.ts'

/** Staff in post, joiners and leavers of NHS hospital and community organisations. */
export const nhsTurnover: Series = {
  code: 'nhs-turnover',
  title: 'NHS workforce turnover benchmarking',
  publisher: 'NHS England',
  licence: OGL,
  attribution:
    'NHS England, NHS Workforce Statistics. Contains public sector information licensed under the Open Government Licence v3.0.',
  address: 'https://digital.nhs.uk/data-and-information/publications/statistical/nhs-workforce-statistics',
  notes: [
    'The file leaves out resident doctors and their equivalents, so totals are below the headline of the same publication.',
    'Joiners and leavers are those of one month; a single month carries its season.',
  ],
  starts: [turnoverMonthly],
  companions: [],
  harmonise(files, { areas, staffGroups }) {
    const ours = staffGroups.filter(({ series }) => series === 'nhs-turnover')
    const labels = new Map(ours.map(({ publishedLabel, code }) => [publishedLabel, code]))
    const parsed = filesOf(files, turnoverMonthly).map((file) => {
      const added = newColumns(file, TURNOVER_COLUMNS, PUBLISHED_COLUMNS)
      const rows = parseTurnover(file, areas, labels, added)
      refuseIncomplete(file, rows, areas)
      return { file, name: file.name, rows, added, periods: new Set(rows.map(({ period }) => period)) }
    })
    refuseSamePeriod(parsed)
    const rows = parsed.flatMap((part) => part.rows)
    const codes = ours.map(({ code }) => code)
    return {
      editions: parsed.map(({ file, rows, periods }): Edition => {
        const period = [...periods].sort().join(', ')
        const { name, sha256 } = file
        return { edition: `to ${period.slice(-7)}`, period, file: name, sha256, rows: rows.length }
      }),
      tables: [staffFlows(rows, codes)],
      findings: parsed.flatMap(({ rows, added, name }) => [
        ...findNewColumns(added, name),
        ...checkTurnover(rows, name),
      ]),
    }
  },
}

/** Every area has staff, joiners and leavers in every month; a file without is cut short. */
function refuseIncomplete(file: PublishedFile, rows: readonly TurnoverRow[], areas: AreaFinder): void {
  const totals = rows.filter(({ staffGroup }) => staffGroup === 'all')
  const periods = new Set(rows.map(({ period }) => period))
  if (periods.size === 0)
    throw new HeadroomError('edition-incomplete', { file: file.name, missing: 'any row of figures' })
  for (const period of periods)
    for (const type of ['opening', 'closing', 'joiners', 'leavers'] as const) {
      const own = totals.filter((row) => row.period === period && row.type === type)
      const what = `${type === 'opening' || type === 'closing' ? `${type} staff` : type} in ${period}`
      refuseAbsentAreas(file.name, new Set(own.map(({ area }) => area)), areas, what, period.slice(-7))
    }
}
