import { refuseSamePeriod } from '../editions.ts'
import { createGroupFinder } from '../hchs-group.ts'
import { findNewColumns, newColumns } from '../new-columns.ts'
import { type Edition, filesOf, OGL, type Series } from '../series.ts'
import { checkEthnicity } from './check.ts'
import { ETHNICITY_COLUMNS, PUBLISHED_COLUMNS, staffByEthnicity } from './kind.ts'
import { parseEthnicity } from './parse.ts'
import { ethnicityTable, gradeTable } from './tables.ts'

/** Staff of NHS hospital and community services by grade and ethnicity. */
export const nhsWorkforceEthnicity: Series = {
  code: 'nhs-workforce-ethnicity',
  title: 'NHS workforce by staff group, grade and ethnicity',
  publisher: 'NHS England',
  licence: OGL,
  attribution:
    'NHS Digital, NHS Workforce Statistics (equality and diversity). Contains public sector information licensed under the Open Government Licence v3.0.',
  address: 'https://digital.nhs.uk/data-and-information/publications/statistical/nhs-workforce-statistics',
  notes: [
    'Annual points (30 September) to 2020, quarterly ones after: a sum by year counts people up to four times.',
    'The publisher’s All leaves out staff of unknown ethnicity and discontinued codes; the tables here have both totals under their own names.',
    'The file was passed on as a workbook saved again; its labels are in title case throughout (“Hchs Doctors”), codes here are not.',
  ],
  starts: [staffByEthnicity],
  companions: [],
  harmonise(files, { staffGroups }) {
    const groupOf = createGroupFinder(staffGroups)
    const parsed = filesOf(files, staffByEthnicity).map((file) => {
      const added = newColumns(file, ETHNICITY_COLUMNS, PUBLISHED_COLUMNS)
      const rows = parseEthnicity(file, groupOf, added)
      return { file, name: file.name, rows, added, periods: new Set(rows.map(({ month }) => month)) }
    })
    refuseSamePeriod(parsed)
    const rows = parsed.flatMap((part) => part.rows)
    return {
      editions: parsed.map(({ file, rows, periods }): Edition => {
        const months = [...periods].sort()
        const { name, sha256 } = file
        const period = `${months[0]}/${months.at(-1)}`
        return { edition: `to ${months.at(-1)}`, period, file: name, sha256, rows: rows.length }
      }),
      tables: [gradeTable(rows), ethnicityTable(rows)],
      findings: parsed.flatMap(({ rows, added, name }) => [
        ...findNewColumns(added, name),
        ...checkEthnicity(rows, name),
      ]),
    }
  },
}
