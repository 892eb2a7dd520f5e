import type { CouncilShares } from '../social-care-turnover/share-councils.ts'
import { roundTo, type TidyColumn, type TidyTable } from '../tidy-table.ts'
import type { Figure } from './figures.ts'
import type { ActivityReturn } from './parse-return.ts'

/** Measures whose figures are kept by council: weeks in care homes by age and provider, hours of home care. */
const BY_COUNCIL = ['C1', 'C4', 'C5', 'C6', 'D1.1', 'D1.2', 'D1.3', 'F1.1', 'F2.1', 'F2.2']

/** The financial year of a row. */
export const YEAR: TidyColumn = { name: 'year', type: 'text', description: 'Financial year' }
/** The area of a row. */
export const AREA: TidyColumn = {
  name: 'area',
  type: 'text',
  description: 'NHS code of the integrated care board',
}
/** The council of a row. */
export const COUNCIL_COLUMN: TidyColumn = {
  name: 'council',
  type: 'text',
  description: 'ONS code of the council; of one whose code changed, that of 2016/17',
}
/** How much of an area the figures speak for. */
export const COVERAGE: TidyColumn = {
  name: 'coverage',
  type: 'number',
  unit: 'share',
  description: 'Share of the area’s small areas whose council has a figure; the rest is not in the value',
}
/** How counts of councils become those of areas. */
export const SHARED =
  'A council in several areas is split by its small areas in them (council-areas.csv of social-care-turnover).'

const MEASURE: TidyColumn = {
  name: 'measure',
  type: 'text',
  description: 'Code of the measure in that year (measures.csv)',
}
const DEFINITION =
  'Activity of councils with social care duties as they returned it: assessments, people supported, weeks in care homes, ' +
  'hours of home care. Rounded to 5 by the publisher.'

/** Activity by area, every measure. */
export const areaActivityTable = (returns: readonly ActivityReturn[], shares: CouncilShares): TidyTable => ({
  file: 'area-activity.csv',
  title: 'Social care activity by area and year',
  definition: `${DEFINITION} Sums of the councils of an area. ${SHARED}`,
  editionColumns: ['year'],
  columns: [
    YEAR,
    AREA,
    MEASURE,
    { name: 'value', type: 'number', description: 'Sum, in the unit of the measure' },
    COVERAGE,
  ],
  rows: inOrder(returns).flatMap(({ year, measures, figures }) =>
    measures.flatMap(({ code }) =>
      shares
        .share(
          figures.flatMap(({ council, measure, value }) =>
            measure === code && value !== null ? [{ council, value }] : [],
          ),
        )
        .map(({ area, value, coverage }) => [year, area, code, roundTo(value, 0), roundTo(coverage, 3)]),
    ),
  ),
})

/** Chosen measures by council. */
export const councilActivityTable = (returns: readonly ActivityReturn[]): TidyTable => ({
  file: 'council-activity.csv',
  title: 'Social care activity by council and year',
  definition: `${DEFINITION} Weeks in care homes by age and provider, and hours of home care.`,
  editionColumns: ['year'],
  columns: [
    YEAR,
    COUNCIL_COLUMN,
    MEASURE,
    {
      name: 'value',
      type: 'integer',
      description: 'Figure, in the unit of the measure; empty where missing',
    },
    { name: 'missing', type: 'text', description: 'Why there is no figure: suppressed or not available' },
  ],
  rows: inOrder(returns).flatMap(({ year, figures }) =>
    figures
      .filter(({ measure }) => BY_COUNCIL.includes(measure))
      .sort((a, b) => (`${a.council} ${a.measure}` < `${b.council} ${b.measure}` ? -1 : 1))
      .map(({ council, measure, value, missing }) => [year, council, measure, value ?? '', missing ?? '']),
  ),
})

/** What the measures are, and how the councils compare with England. */
export const measureTable = (returns: readonly ActivityReturn[]): TidyTable => ({
  file: 'measures.csv',
  title: 'Measures of social care activity',
  definition:
    'What each measure of the returns of activity counts, in the publisher’s words, with its figure for England (with ' +
    'estimates for councils that are missing) and the sum of the councils that have one.',
  editionColumns: ['year'],
  columns: [
    YEAR,
    { name: 'measure', type: 'text', description: 'Code of the measure in that year' },
    { name: 'unit', type: 'text', description: 'What is counted' },
    { name: 'label', type: 'text', description: 'The headers of the column, from the top down' },
    {
      name: 'england',
      type: 'integer',
      description: 'Published figure of England; empty where missing',
    },
    { name: 'councils_sum', type: 'integer', description: 'Sum of the councils that have a figure' },
    { name: 'councils', type: 'integer', description: 'Councils that have a figure' },
  ],
  rows: inOrder(returns).flatMap(({ year, measures, figures, england }) =>
    measures.map(({ code, unit, label }) => {
      const own = figures.filter(({ measure, value }) => measure === code && value !== null)
      return [year, code, unit, label, england.get(code)?.value ?? '', sumOf(own), own.length]
    }),
  ),
})

/** Sum of the figures there are. */
export const sumOf = (figures: readonly Figure[]): number =>
  figures.reduce((sum, { value }) => sum + (value ?? 0), 0)

const inOrder = (returns: readonly ActivityReturn[]): readonly ActivityReturn[] =>
  [...returns].sort((a, b) => (a.year < b.year ? -1 : 1))
