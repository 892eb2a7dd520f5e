import { areaMeasureTable } from '../social-care-turnover/area-measures.ts'
import type { CouncilArea } from '../social-care-turnover/council-areas.ts'
import type { CouncilSuccessor } from '../social-care-turnover/council-successors.ts'
import { roundTo, type TidyColumn, type TidyTable } from '../tidy-table.ts'
import type { CouncilMeasure, Measures } from './parse.ts'

const YEAR: TidyColumn = { name: 'year', type: 'text', description: 'Financial year' }
const MEASURE: TidyColumn = {
  name: 'measure',
  type: 'text',
  description: 'Code of the measure (measures.csv)',
}
const DEFINITION =
  'Measures of adult social care of the Office for Local Government, each in its own unit: scores of quality of life, per ' +
  'cent of people, requests per 100,000 adults, staff turnover in per cent.'

/** Measures by council; a missing figure has its reason. */
export const councilTable = ({ rows }: Measures): TidyTable => ({
  file: 'council-measures.csv',
  title: 'Adult social care measures by council and year',
  definition: `${DEFINITION} The publisher leaves a cell blank where a figure is suppressed or was not collected, without saying which.`,
  editionColumns: ['year'],
  columns: [
    YEAR,
    { name: 'council', type: 'text', description: 'ONS code of the council, as published' },
    MEASURE,
    { name: 'value', type: 'number', description: 'Value; empty where missing' },
    {
      name: 'missing',
      type: 'text',
      description: 'Why there is no value: blank, suppressed or not available',
    },
  ],
  rows: [...rows]
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .map(({ year, council, measure, value, missing }) => [
      year,
      council,
      measure,
      value === null ? '' : roundTo(value, 4),
      missing ?? '',
    ]),
})

/** Means of the councils of each area. */
export const areaTable = (
  { rows }: Measures,
  weights: readonly CouncilArea[],
  successors: readonly CouncilSuccessor[],
): TidyTable =>
  areaMeasureTable(
    {
      file: 'area-measures.csv',
      title: 'Adult social care measures by area and year',
      definition: DEFINITION,
      editionColumns: ['year'],
      year: YEAR,
      measure: MEASURE,
      decimals: 4,
    },
    rows,
    weights,
    successors,
  )

/** What the measures are, by year. */
export const measureTable = ({ rows, years }: Measures): TidyTable => ({
  file: 'measures.csv',
  title: 'What the adult social care measures are',
  definition:
    'Label, ranking and median of each measure and year as published, with the number of councils that have a figure.',
  editionColumns: ['year'],
  columns: [
    YEAR,
    MEASURE,
    { name: 'label', type: 'text', description: 'What is measured' },
    { name: 'ranking', type: 'text', description: 'Order in which councils are ranked, or none' },
    { name: 'median', type: 'number', description: 'Median of the councils, as published' },
    { name: 'councils', type: 'integer', description: 'Councils with a figure' },
  ],
  rows: [...years]
    .sort((a, b) => (`${a.year},${a.measure}` < `${b.year},${b.measure}` ? -1 : 1))
    .map(({ year, measure, label, ranking, median }) => [
      year,
      measure,
      label,
      ranking,
      roundTo(median, 4),
      rows.filter((row) => row.year === year && row.measure === measure && row.value !== null).length,
    ]),
})

const keyOf = ({ year, council, measure }: CouncilMeasure): string => `${year},${council},${measure}`
