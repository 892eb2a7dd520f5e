import type { TidyColumn, TidyTable } from '../tidy-table.ts'
import type { RegisterCount } from './parse.ts'

const MONTH: TidyColumn = { name: 'month', type: 'text', description: 'Month' }
const PROFESSION: TidyColumn = {
  name: 'profession',
  type: 'text',
  description: 'pharmacist or pharmacy-technician',
}

const byMonth = (rows: readonly RegisterCount[]): readonly RegisterCount[] => {
  const key = ({ month, profession, country }: RegisterCount): string => `${month},${profession},${country}`
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** People on the register. */
export const stockTable = (rows: readonly RegisterCount[]): TidyTable => ({
  file: 'registrants.csv',
  title: 'People on the pharmacy register by month',
  definition:
    'People (headcount) on the register of the General Pharmaceutical Council at the end of the month, at work or not, by ' +
    'country of the address they gave. March of each year up to 2025, then every month.',
  editionColumns: ['month'],
  columns: [
    MONTH,
    PROFESSION,
    { name: 'country', type: 'text', description: 'great-britain or england' },
    { name: 'people', type: 'integer', unit: 'people', description: 'People on the register' },
  ],
  rows: byMonth(rows).map(({ month, profession, country, people }) => [month, profession, country, people]),
})

/** People who joined or left the register. */
export const flowTable = (rows: readonly RegisterCount[], flow: 'joiners' | 'leavers'): TidyTable => ({
  file: `${flow}.csv`,
  title:
    flow === 'joiners'
      ? 'Joiners to the pharmacy register by month'
      : 'Leavers from the pharmacy register by month',
  definition:
    `People (headcount) who ${flow === 'joiners' ? 'joined' : 'left'} the register of the General Pharmaceutical Council in ` +
    'the month, Great Britain. The running total is kept as published, but for keying errors that data/reference/corrections.csv lists; where it isn’t the sum of the months a finding says so.',
  editionColumns: ['month'],
  columns: [
    MONTH,
    PROFESSION,
    { name: 'country', type: 'text', description: 'great-britain or england' },
    { name: flow, type: 'integer', unit: 'people', description: 'People in the month' },
    {
      name: 'published_total',
      type: 'integer',
      unit: 'people',
      description: 'Running total since April as published, listed keying errors corrected',
    },
  ],
  rows: byMonth(rows).map(({ month, profession, country, people, total }) => [
    month,
    profession,
    country,
    people,
    total ?? '',
  ]),
})
