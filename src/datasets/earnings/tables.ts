import type { CouncilArea } from '../social-care-turnover/council-areas.ts'
import type { CouncilSuccessor } from '../social-care-turnover/council-successors.ts'
import { ENGLAND_ONS } from '../social-care-turnover/parse-turnover.ts'
import { weighCouncils } from '../social-care-turnover/weigh-councils.ts'
import { roundTo, type TidyColumn, type TidyTable } from '../tidy-table.ts'
import type { Pay } from './parse.ts'

const DEFINITION =
  'Gross annual pay in the tax year that ended on 5 April, in pounds, of employees on adult rates who have been in the same ' +
  'job for more than a year, by where they live. All industries and occupations.'
const EDITION: TidyColumn = { name: 'edition', type: 'text', description: 'Year, and whether provisional' }
const EMPLOYEES: TidyColumn = {
  name: 'employees',
  type: 'text',
  description: 'One of all, male, female, full-time, part-time',
}

/** Pay by council. */
export const councilTable = ({ edition, rows }: Pay): TidyTable => ({
  file: 'council-pay.csv',
  title: 'Annual pay by council of residence',
  definition: DEFINITION,
  editionColumns: ['edition'],
  columns: [
    EDITION,
    EMPLOYEES,
    { name: 'council', type: 'text', description: 'ONS code of the county, unitary council or borough' },
    {
      name: 'jobs',
      type: 'number',
      unit: 'thousand jobs',
      description: 'Jobs, a rough guide only; empty where missing',
    },
    { name: 'median', type: 'number', unit: '£ a year', description: 'Median pay; empty where missing' },
    { name: 'mean', type: 'number', unit: '£ a year', description: 'Mean pay; empty where missing' },
    { name: 'missing', type: 'text', description: 'Why there is no median' },
  ],
  rows: rows
    .filter(({ council }) => council !== ENGLAND_ONS)
    .sort((a, b) => (`${a.employees},${a.council}` < `${b.employees},${b.council}` ? -1 : 1))
    .map(({ employees, council, jobs, median, mean, missing }) => [
      edition,
      employees,
      council,
      jobs ?? '',
      median ?? '',
      mean ?? '',
      missing ?? '',
    ]),
})

/** Pay by area. */
export function areaTable(
  { edition, rows }: Pay,
  weights: readonly CouncilArea[],
  successors: readonly CouncilSuccessor[],
): TidyTable {
  return {
    file: 'area-pay.csv',
    title: 'Annual pay by area of residence',
    definition:
      `${DEFINITION} Means of the medians of an area’s councils, weighted by their small areas in it (council-areas.csv of ` +
      'social-care-turnover): near the area’s median, but not it.',
    editionColumns: ['edition'],
    columns: [
      EDITION,
      EMPLOYEES,
      { name: 'area', type: 'text', description: 'NHS code of the integrated care board' },
      { name: 'median', type: 'number', unit: '£ a year', description: 'Weighted mean of the medians' },
      { name: 'councils', type: 'integer', description: 'Councils with a median' },
    ],
    rows: [...new Set(rows.map(({ employees }) => employees))].sort().flatMap((employees) => {
      const figures = rows.flatMap((row) =>
        row.employees === employees && row.median !== null && row.council !== ENGLAND_ONS
          ? [{ council: row.council, value: row.median }]
          : [],
      )
      return weighCouncils(figures, weights, successors).map(({ area, value, councils }) => [
        edition,
        employees,
        area,
        roundTo(value, 0),
        councils,
      ])
    }),
  }
}
