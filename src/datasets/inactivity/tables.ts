import { roundTo, type TidyTable } from '../tidy-table.ts'
import { REASONS } from './kind.ts'
import type { Release } from './parse.ts'

/** Inactive people of every release, side by side. */
export const inactivityTable = (releases: readonly Release[]): TidyTable => ({
  file: 'inactivity.csv',
  title: 'People who are economically inactive, by reason, quarter and release',
  definition:
    'People aged 16 to 64 in the United Kingdom who are neither in work nor looking for it, by main reason, seasonally ' +
    'adjusted, estimated by the Labour Force Survey. Each release is kept as it was published. Of the rolling quarters ' +
    'those that don’t overlap are kept, and the last of each release. Reasons that were not asked for in a quarter have no row.',
  editionColumns: ['vintage'],
  columns: [
    { name: 'vintage', type: 'text', description: 'Month in which the release came out' },
    { name: 'quarter', type: 'text', description: 'First and last month of the quarter' },
    { name: 'reason', type: 'text', description: `One of ${[...REASONS.values()].join(', ')}` },
    { name: 'people', type: 'integer', unit: 'people', description: 'People aged 16 to 64' },
  ],
  rows: [...releases]
    .sort((a, b) => (a.vintage < b.vintage ? -1 : 1))
    .flatMap(({ vintage, quarters }) =>
      quarters
        .filter(({ isCalendar }, index) => isCalendar || index === quarters.length - 1)
        .flatMap(({ quarter, people }) =>
          [...people].map(([reason, count]) => [vintage, quarter, reason, roundTo(count, 0)]),
        ),
    ),
})
