import type { TidyTable } from '../tidy-table.ts'
import { measureCode } from './measures.ts'
import type { BoardMeasure, MeasureDescription } from './parse.ts'

/** More digits than any measure is known to. */
const DIGITS = 6

const round = (value: number): number => Number(value.toPrecision(DIGITS))

/** Measures by year, area and code. */
export function panelTable(measures: readonly BoardMeasure[]): TidyTable {
  const rows = measures
    .map((measure) => ({ ...measure, measure: measureCode(measure.name) }))
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
  return {
    file: 'panel.csv',
    title: 'Measures of integrated care boards by year',
    definition:
      'Figures of trusts, practices and boards brought to the boards of 2023 by NHS analysts, trusts by where their patients ' +
      'live. Not staff in post as published: boundaries, trusts and definitions changed between years. metrics.csv says what ' +
      'each measure counts; general practice staff are in primary-care-rates.csv. A share is in per cent.',
    editionColumns: ['year'],
    columns: [
      { name: 'year', type: 'integer', description: 'Year' },
      { name: 'area', type: 'text', description: 'NHS code of the integrated care board' },
      { name: 'measure', type: 'text', description: 'Code of the measure in metrics.csv' },
      {
        name: 'value',
        type: 'number',
        unit: 'as the measure',
        description: 'Value to six digits; empty where missing',
      },
      { name: 'missing', type: 'text', description: 'Why there is no value: not-available' },
    ],
    rows: rows.map(({ year, area, measure, value }) => [
      year,
      area,
      measure,
      value === null ? '' : round(value),
      value === null ? 'not-available' : '',
    ]),
  }
}

const rank = ({ year, area, measure }: BoardMeasure & { readonly measure: string }): string =>
  `${year},${area},${measure}`

/** What the measures of the panel are. */
export function metricTable(
  measures: readonly BoardMeasure[],
  descriptions: ReadonlyMap<string, MeasureDescription>,
): TidyTable {
  const domains = new Map(measures.map(({ name, domain }) => [name, domain]))
  const mayBeMissing = (name: string, description: string) =>
    ({ name, type: 'text', description: `${description}; empty where missing` }) as const
  return {
    file: 'metrics.csv',
    title: 'What the measures of integrated care boards count',
    definition: 'Each measure of panel.csv as its makers describe it.',
    editionColumns: [],
    columns: [
      { name: 'measure', type: 'text', description: 'Code of the measure' },
      { name: 'name', type: 'text', description: 'Name as in the panel' },
      { name: 'domain', type: 'text', description: 'Capacity, Demand or Performance' },
      mayBeMissing('theme', 'Theme'),
      mayBeMissing('numerator', 'What is counted'),
      mayBeMissing('denominator', 'Of what'),
      mayBeMissing('area_type', 'Geography of the published figures'),
      mayBeMissing('status', 'What its makers decided about it'),
    ],
    rows: [...domains]
      .map(([name, domain]) => {
        const { theme, numerator, denominator, areaType, status } = descriptions.get(name) ?? {}
        const texts = [theme, numerator, denominator, areaType, status].map((text) => text ?? '')
        return [measureCode(name), name, domain, ...texts.map((text) => text.replace(/\s+/g, ' '))]
      })
      .sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  }
}
