import type { TidyTable } from '../tidy-table.ts'
import { type GpEarnings, type GpGroup, MEASURES } from './parse.ts'

const MEASURE_TEXTS: Readonly<Record<string, string>> = {
  people: 'Estimated practitioners',
  gross_earnings: 'Mean gross earnings, self-employed and employed',
  expenses: 'Mean expenses',
  income: 'Mean income before tax',
  median_income: 'Median income before tax',
  standard_error: 'Standard error of the mean income before tax',
}

/** Earnings of every edition. */
export const earningsTable = (editions: readonly GpEarnings[]): TidyTable => ({
  file: 'gp-earnings.csv',
  title: 'Earnings and expenses of general practitioners',
  definition:
    'Estimates from tax returns of a sample of general practitioners, in pounds a year, before tax. Headcount: part-time ' +
    'and full-time together. All practices, by one characteristic at a time. An empty cell is a figure that is not published, ' +
    'or that comes more than once with different values in the file.',
  editionColumns: ['year'],
  columns: [
    { name: 'year', type: 'integer', description: 'Year in which the financial year ends' },
    { name: 'role', type: 'text', description: 'contractor, salaried or combined' },
    { name: 'contract', type: 'text', description: 'GMS, PMS, or both (GPMS)' },
    { name: 'country', type: 'text', description: 'As published; regions of England are under UK in 2018' },
    { name: 'split', type: 'text', description: 'One of all, sex, age, rurality, region, practice-size' },
    { name: 'group', type: 'text', description: 'Group of the split, as published; ages as since 2023' },
    ...[...MEASURES.values()].map((name) => ({
      name,
      type: 'integer' as const,
      unit: name === 'people' ? 'people' : '£ a year',
      description: `${MEASURE_TEXTS[name] ?? name}; empty where missing`,
    })),
  ],
  rows: [...editions]
    .sort((a, b) => a.year - b.year)
    .flatMap(({ year, groups }) =>
      [...groups]
        .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
        .map(({ role, contract, country, split, group, figures }) => [
          year,
          role,
          contract,
          country,
          split,
          group,
          ...[...MEASURES.values()].map((measure) => figures.get(measure) ?? ''),
        ]),
    ),
})

const keyOf = ({ role, contract, country, split, group }: GpGroup): string =>
  `${role},${contract},${country},${split},${group}`
