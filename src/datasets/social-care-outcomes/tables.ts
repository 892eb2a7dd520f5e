import { areaMeasureTable } from '../social-care-turnover/area-measures.ts'
import type { CouncilArea } from '../social-care-turnover/council-areas.ts'
import type { CouncilSuccessor } from '../social-care-turnover/council-successors.ts'
import { ENGLAND_ONS } from '../social-care-turnover/parse-turnover.ts'
import { roundTo, type TidyColumn, type TidyTable } from '../tidy-table.ts'
import type { CouncilOutcome, Outcomes } from './council-outcome.ts'

/** Years of an edition that its table by council holds; the table by area holds all. */
const COUNCIL_YEARS = 5
/** Measures whose parts are kept: admissions to residential and nursing care, by age, under both codes. */
const WITH_PARTS = /^2[abc][12]?-(numerator|denominator)$/

const MEASURE: TidyColumn = {
  name: 'measure',
  type: 'text',
  description:
    'Code of the measure in this edition; -numerator and -denominator are its parts. Codes of 2022/23 and before mean other measures than those since',
}
const YEAR: TidyColumn = { name: 'year', type: 'text', description: 'Financial year' }
const DEFINITION =
  'Measures of the adult social care outcomes framework, in the unit of each: admissions to residential and nursing care ' +
  'are a year’s per 100,000 people, most others per cent. Measures that are asked in a survey every second year have ' +
  'no rows for the other years.'

const nameOf = (table: string, edition: string): string => `${table}-${edition.replace('/', '-')}.csv`

/** Measures by council, one table an edition. */
export function councilTable({ edition, rows }: Outcomes): TidyTable {
  const years = [...new Set(rows.map(({ year }) => year))].sort().slice(-COUNCIL_YEARS)
  const asked = askedIn(rows)
  return {
    file: nameOf('council-outcomes', edition),
    title: `Social care outcomes by council, edition ${edition}`,
    definition: `${DEFINITION} The last ${COUNCIL_YEARS} years of the edition; earlier ones are in the table by area.`,
    editionColumns: [],
    columns: [
      YEAR,
      { name: 'council', type: 'text', description: 'ONS code of the council, as published' },
      MEASURE,
      { name: 'value', type: 'number', description: 'Value; empty where missing' },
      {
        name: 'missing',
        type: 'text',
        description: 'Why there is no value: suppressed, not available or not applicable',
      },
    ],
    rows: rows
      .filter((row) => row.council !== ENGLAND_ONS && years.includes(row.year) && isKept(row, asked))
      .sort(byKey)
      .map(({ year, council, measure, value, missing }) => [
        year,
        council,
        measure,
        value === null ? '' : roundTo(value, 3),
        missing ?? '',
      ]),
  }
}

/** Means of the councils of each area, one table an edition. */
export const areaTable = (
  { edition, rows }: Outcomes,
  weights: readonly CouncilArea[],
  successors: readonly CouncilSuccessor[],
): TidyTable =>
  areaMeasureTable(
    {
      file: nameOf('area-outcomes', edition),
      title: `Social care outcomes by area, edition ${edition}`,
      definition: DEFINITION,
      editionColumns: [],
      year: YEAR,
      measure: MEASURE,
      decimals: 3,
    },
    rows.filter(
      ({ measure, value, council }) => !measure.includes('-') && value !== null && council !== ENGLAND_ONS,
    ),
    weights,
    successors,
  )

/** Years and measures for which any council has a figure. */
const askedIn = (rows: readonly CouncilOutcome[]): ReadonlySet<string> =>
  new Set(rows.flatMap(({ year, measure, value }) => (value === null ? [] : [`${year},${measure}`])))

const isKept = ({ year, measure }: CouncilOutcome, asked: ReadonlySet<string>): boolean =>
  asked.has(`${year},${measure}`) && (!measure.includes('-') || WITH_PARTS.test(measure))

function byKey(a: CouncilOutcome, b: CouncilOutcome): number {
  const [left, right] = [a, b].map(({ year, measure, council }) => `${year},${measure},${council}`)
  return (left ?? '') < (right ?? '') ? -1 : 1
}
