import { roundTo, type TidyColumn, type TidyTable } from '../tidy-table.ts'
import type { CouncilArea } from './council-areas.ts'
import type { CouncilSuccessor } from './council-successors.ts'
import { weighCouncils } from './weigh-councils.ts'

/** A council's figure of one measure in one year; null where it is missing. */
export interface CouncilMeasureFigure {
  readonly year: string
  readonly measure: string
  readonly council: string
  readonly value: number | null
}

/** What is peculiar to one table of measures by area. */
export interface AreaMeasures {
  readonly file: string
  readonly title: string
  /** What the measures are, before how they are weighted. */
  readonly definition: string
  readonly editionColumns: TidyTable['editionColumns']
  readonly year: TidyColumn
  readonly measure: TidyColumn
  /** Decimals that values are rounded to. */
  readonly decimals: number
}

/** Measures by area and year as means of the councils there: see `weighCouncils`. */
export function areaMeasureTable(
  { decimals, year: yearColumn, measure: measureColumn, definition, ...names }: AreaMeasures,
  rows: readonly CouncilMeasureFigure[],
  weights: readonly CouncilArea[],
  successors: readonly CouncilSuccessor[],
): TidyTable {
  const groups = new Map<string, CouncilMeasureFigure[]>()
  for (const row of rows) {
    const key = `${row.year},${row.measure}`
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return {
    ...names,
    definition:
      `${definition} Means of the councils of an area that have a figure, weighted by their small areas in it ` +
      '(council-areas.csv of social-care-turnover). An area none of whose councils has a figure has no row.',
    columns: [
      yearColumn,
      { name: 'area', type: 'text', description: 'NHS code of the integrated care board' },
      measureColumn,
      { name: 'value', type: 'number', description: 'Weighted mean' },
      { name: 'councils', type: 'integer', description: 'Councils with a figure that the mean is of' },
    ],
    rows: [...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([key, group]) => {
        const [year = '', measure = ''] = key.split(',')
        const figures = group.flatMap(({ council, value }) => (value === null ? [] : [{ council, value }]))
        return weighCouncils(figures, weights, successors).map(({ area, value, councils }) => [
          year,
          area,
          measure,
          roundTo(value, decimals),
          councils,
        ])
      }),
  }
}
