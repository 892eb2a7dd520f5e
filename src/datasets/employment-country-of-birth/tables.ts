import { roundTo, type TidyTable } from '../tidy-table.ts'
import { GROUPS } from './kind.ts'
import type { Release } from './parse.ts'

/** Employed people by country of birth, releases side by side. */
export const employmentTable = (releases: readonly Release[]): TidyTable => ({
  file: 'employment.csv',
  title: 'Employed people by country of birth, quarter and release',
  definition:
    'People aged 16 and over in employment in the United Kingdom, all industries, by country of birth, not seasonally ' +
    'adjusted, and employed people as a share of those aged 16 to 64; Labour Force Survey. Groups overlap: eu-14, eu-8, ' +
    'eu-2 and eu-other are parts of european-union, countries are parts of their continents.',
  editionColumns: ['vintage'],
  columns: [
    { name: 'vintage', type: 'text', description: 'Month in which the release came out' },
    { name: 'quarter', type: 'text', description: 'First and last month of the quarter' },
    { name: 'birth', type: 'text', description: `One of ${GROUPS.map(({ birth }) => birth).join(', ')}` },
    { name: 'people', type: 'integer', unit: 'people', description: 'Employed people; empty where missing' },
    { name: 'rate', type: 'number', unit: 'share', description: 'Employment rate; empty where missing' },
    { name: 'missing', type: 'text', description: 'Why there is no number of people' },
  ],
  rows: [...releases]
    .sort((a, b) => (a.vintage < b.vintage ? -1 : 1))
    .flatMap(({ vintage, rows }) =>
      rows.map(({ quarter, birth, people, rate, missing }) => [
        vintage,
        quarter,
        birth,
        people === null ? '' : roundTo(people, 0),
        rate === null ? '' : roundTo(rate, 4),
        missing ?? '',
      ]),
    ),
})
