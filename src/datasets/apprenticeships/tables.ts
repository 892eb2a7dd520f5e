import type { TidyColumn, TidyTable } from '../tidy-table.ts'
import type { Apprentices, Count } from './parse.ts'

const DEFINITION =
  'Apprentices of an academic year by the local authority they live in, rounded to 10 by the publisher; counts below 5 are ' +
  'suppressed (“low”). Each count is followed by the reason where there is none.'
const YEAR: TidyColumn = { name: 'year', type: 'text', description: 'Academic year, August to July' }
const AUTHORITY: TidyColumn = {
  name: 'authority',
  type: 'text',
  description: 'ONS code of the district, unitary council or borough',
}
const LEVEL: TidyColumn = {
  name: 'level',
  type: 'text',
  description: 'One of all, intermediate, advanced, higher',
}

const countColumns = (name: string, description: string): readonly TidyColumn[] => [
  { name, type: 'integer', unit: 'people', description: `${description}; empty where missing` },
  { name: `${name}_missing`, type: 'text', description: 'Why there is no count' },
]
const countCells = ({ people, missing }: Count): readonly (string | number)[] => [people ?? '', missing ?? '']

const sortRows = (rows: readonly Apprentices[]): readonly Apprentices[] => {
  const key = ({ year, authority, group, level }: Apprentices): string =>
    `${year},${authority},${group},${level}`
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** Apprenticeships by sector subject area. */
export const subjectTable = (rows: readonly Apprentices[]): TidyTable => ({
  file: 'by-subject.csv',
  title: 'Apprenticeships by local authority, sector subject area and level',
  definition: DEFINITION,
  editionColumns: ['year'],
  columns: [
    YEAR,
    AUTHORITY,
    { name: 'subject', type: 'text', description: 'Sector subject area, tier 1, as published; all' },
    LEVEL,
    ...countColumns('starts', 'Apprentices who started'),
    ...countColumns('achievements', 'Apprentices who completed'),
  ],
  rows: sortRows(rows).map(({ year, authority, group, level, starts, achievements }) => [
    year,
    authority,
    group,
    level,
    ...countCells(starts),
    ...countCells(achievements),
  ]),
})

/** Apprenticeships by age. */
export const ageTable = (rows: readonly Apprentices[]): TidyTable => ({
  file: 'by-age.csv',
  title: 'Apprenticeships by local authority, age and level',
  definition: DEFINITION,
  editionColumns: ['year'],
  columns: [
    YEAR,
    AUTHORITY,
    { name: 'age', type: 'text', description: 'Age group as published; all' },
    LEVEL,
    ...countColumns('starts', 'Apprentices who started'),
    ...countColumns('participation', 'Apprentices in the year'),
    ...countColumns('achievements', 'Apprentices who completed'),
  ],
  rows: sortRows(rows).map(({ year, authority, group, level, starts, participation, achievements }) => [
    year,
    authority,
    group,
    level,
    ...countCells(starts),
    ...countCells(participation),
    ...countCells(achievements),
  ]),
})
