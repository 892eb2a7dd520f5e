import type { TidyColumn, TidyTable } from '../tidy-table.ts'
import { type EthnicityRow, TOTAL, TOTAL_KNOWN } from './parse.ts'

const MONTH: TidyColumn = {
  name: 'month',
  type: 'text',
  description: 'Month at whose end staff were counted',
}
const STAFF_GROUP: TidyColumn = {
  name: 'staff_group',
  type: 'text',
  description: 'Code of staff-groups.csv, or all-hchs-doctors',
}
const COUNTED =
  'People in post in NHS hospital and community services of England at the end of a month: annual to 2020, then quarterly. ' +
  'Group all-hchs-doctors has the resident doctors in it. '

const inOrder = <T extends readonly (string | number)[]>(rows: readonly T[], width: number): readonly T[] => {
  const rank = (row: T): string => row.slice(0, width).join()
  return [...rows].sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
}

/** Staff by date, staff group and grade, whatever their ethnicity. */
export function gradeTable(rows: readonly EthnicityRow[]): TidyTable {
  const keyOf = ({ month, staffGroup, grade }: EthnicityRow): string => `${month},${staffGroup},${grade}`
  const known = new Map(
    rows.filter(({ ethnicity }) => ethnicity === TOTAL_KNOWN).map((row) => [keyOf(row), row.headcount]),
  )
  return {
    file: 'grades.csv',
    title: 'NHS hospital and community staff of England by staff group and grade',
    definition:
      `${COUNTED}Headcount is everyone; known_ethnicity those of them whose ethnicity is known, which is what the publisher ` +
      'calls All. Grade all is the published total: the grades sum to more, as some people work in two.',
    editionColumns: ['month'],
    columns: [
      MONTH,
      STAFF_GROUP,
      { name: 'grade', type: 'text', description: 'Pay band or medical grade as a code, or all' },
      { name: 'headcount', type: 'integer', unit: 'people', description: 'All staff' },
      {
        name: 'known_ethnicity',
        type: 'integer',
        unit: 'people',
        description: 'Staff whose ethnicity is known',
      },
    ],
    rows: inOrder(
      rows
        .filter(({ ethnicity }) => ethnicity === TOTAL)
        .map((row) => [row.month, row.staffGroup, row.grade, row.headcount, known.get(keyOf(row)) ?? 0]),
      3,
    ),
  }
}

/** Staff by date, staff group and ethnicity, whatever their grade. */
export const ethnicityTable = (rows: readonly EthnicityRow[]): TidyTable => ({
  file: 'ethnicity.csv',
  title: 'NHS hospital and community staff of England by staff group and ethnicity',
  definition:
    `${COUNTED}Ethnicity as staff give it, in the six groups of the publisher, discontinued codes, and unknown or not stated; ` +
    'the rows of a group and month sum to its headcount. Where nobody is in one, there is no row.',
  editionColumns: ['month'],
  columns: [
    MONTH,
    STAFF_GROUP,
    { name: 'ethnicity', type: 'text', description: 'Ethnic group as a code' },
    { name: 'headcount', type: 'integer', unit: 'people', description: 'Staff' },
  ],
  rows: inOrder(
    rows
      .filter(({ grade, ethnicity }) => grade === 'all' && ethnicity !== TOTAL && ethnicity !== TOTAL_KNOWN)
      .map((row) => [row.month, row.staffGroup, row.ethnicity, row.headcount]),
    3,
  ),
})
