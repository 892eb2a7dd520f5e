import { refuseSameEdition } from '../editions.ts'
import { type Edition, filesOf, OGL, type Series } from '../series.ts'
import { checkTurnover } from './check.ts'
import { turnoverMonthly } from './kind.ts'
import { parseTurnover } from './parse.ts'
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
    const parsed = filesOf(files, turnoverMonthly).map((file) => ({
      file,
      rows: parseTurnover(file, areas, labels),
    }))
    const editions = parsed.map(({ file, rows }): Edition => {
      const period = [...new Set(rows.map((row) => row.period))].sort().join(', ')
      return {
        edition: `to ${period.slice(-7)}`,
        period,
        file: file.name,
        sha256: file.sha256,
        rows: rows.length,
      }
    })
    refuseSameEdition(editions)
    const rows = parsed.flatMap((part) => part.rows)
    return {
      editions,
      tables: [
        staffFlows(
          rows,
          ours.map(({ code }) => code),
        ),
      ],
      findings: parsed.flatMap(({ file, rows }) => checkTurnover(rows, file.name)),
    }
  },
}
