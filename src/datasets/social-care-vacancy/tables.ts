import type { CouncilArea } from '../social-care-turnover/council-areas.ts'
import type { CouncilSuccessor } from '../social-care-turnover/council-successors.ts'
import { weighCouncils } from '../social-care-turnover/weigh-councils.ts'
import { roundTo, type TidyColumn, type TidyTable } from '../tidy-table.ts'
import type { CouncilVacancy } from './parse.ts'

/** The year of the estimates, which the file doesn't tell: its author's documentation does. */
export const YEAR = '2019/20'

const DEFINITION =
  'Vacant posts as a share of posts, leavers as a share of staff and mean days of sickness of a worker in adult social ' +
  'care (local authority and independent employers), after Skills for Care estimates of 2019/20.'
const YEAR_COLUMN: TidyColumn = { name: 'year', type: 'text', description: 'Financial year' }
const RATES: readonly TidyColumn[] = [
  { name: 'vacancy', type: 'number', unit: 'share', description: 'Vacant posts as a share of posts' },
  { name: 'turnover', type: 'number', unit: 'share', description: 'Leavers as a share of staff' },
  { name: 'sickness_days', type: 'number', unit: 'days', description: 'Mean days of sickness in the year' },
]

/** Rates by council. */
export const councilTable = (rows: readonly CouncilVacancy[]): TidyTable => ({
  file: 'council-vacancy.csv',
  title: 'Vacancies in adult social care by council',
  definition: `${DEFINITION} Figures of counties are the sums of the parts that the file gives for their districts.`,
  editionColumns: ['year'],
  columns: [
    YEAR_COLUMN,
    { name: 'council', type: 'text', description: 'ONS code of the council of 2019' },
    ...RATES,
    { name: 'districts', type: 'integer', description: 'Rows of the file that the figure was added up from' },
  ],
  rows: rows.map(({ council, vacancy, turnover, sicknessDays, districts }) => [
    YEAR,
    council,
    roundTo(vacancy, 5),
    roundTo(turnover, 5),
    roundTo(sicknessDays, 3),
    districts,
  ]),
})

/** Rates by area. */
export function areaTable(
  rows: readonly CouncilVacancy[],
  weights: readonly CouncilArea[],
  successors: readonly CouncilSuccessor[],
): TidyTable {
  const mean = (value: (row: CouncilVacancy) => number) =>
    weighCouncils(
      rows.map((row) => ({ council: row.council, value: value(row) })),
      weights,
      successors,
    )
  const turnover = mean((row) => row.turnover)
  const sickness = mean((row) => row.sicknessDays)
  return {
    file: 'area-vacancy.csv',
    title: 'Vacancies in adult social care by area',
    definition:
      `${DEFINITION} Means of the councils of an area, weighted by their small areas in it (council-areas.csv of ` +
      'social-care-turnover).',
    editionColumns: ['year'],
    columns: [
      YEAR_COLUMN,
      { name: 'area', type: 'text', description: 'NHS code of the integrated care board' },
      ...RATES,
      { name: 'councils', type: 'integer', description: 'Councils that the mean is of' },
    ],
    rows: mean((row) => row.vacancy).map(({ area, value, councils }, index) => [
      YEAR,
      area,
      roundTo(value, 5),
      roundTo(turnover[index]?.value ?? 0, 5),
      roundTo(sickness[index]?.value ?? 0, 3),
      councils,
    ]),
  }
}
