import type { Finding } from '../../domain/finding.ts'
import type { PublishedFile } from '../published-file.ts'
import { readRawCsv } from '../raw-csv.ts'
import type { RawRow, RawTable } from '../raw-table.ts'
import { createRepeatCheck } from '../refuse-repeats.ts'
import type { TidyTable } from '../tidy-table.ts'
import { AGE_COLUMNS } from './kind.ts'
import { AUTHORITY, type Count, readCount } from './parse.ts'

/** Learners of one programme, level and age in one local authority and academic year. */
export interface Learners {
  readonly year: string
  readonly authority: string
  readonly programme: string
  readonly level: string
  readonly age: string
  readonly participation: Count
  readonly achievements: Count
}

/** The further education of the file, without apprenticeships, and what is odd in it. */
export interface FurtherEducation {
  readonly rows: readonly Learners[]
  readonly findings: readonly Finding[]
}

/** The other column of codes and names of authorities, which some editions fill instead. */
const OTHER_CODE = 'new_la_code'

/**
 * Reads further education other than apprenticeships.
 * @throws HeadroomError `edition-columns`, `edition-cell`, `edition-duplicate`
 */
export function parseFurtherEducation(file: PublishedFile): FurtherEducation {
  const table = readRawCsv(file, AGE_COLUMNS)
  const refuseRepeat = createRepeatCheck()
  let starts = 0
  const rows = table.rows
    .filter((row) => row.text('apprenticeships_or_further_education') !== 'Apprenticeships')
    .map((row): Learners => {
      const year = row.text('date')
      if (!/^\d{4}\/\d\d$/.test(year)) row.refuse('date', 'an academic year such as 2022/23')
      const authority = row.text('geography_code')
      if (!AUTHORITY.test(authority)) row.refuse('geography_code', 'the ONS code of a local authority')
      const programme = row.text('apprenticeships_or_further_education')
      const level = levelOf(row, programme)
      const age = row.text('age_group')
      refuseRepeat(row, `${year}, ${authority}, ${programme}, ${level}, ${age}`)
      if (readCount(row, 'starts').missing === null) starts += 1
      return {
        year,
        authority,
        programme,
        level: allOf(level),
        age: allOf(age),
        participation: readCount(row, 'participation'),
        achievements: readCount(row, 'achievements'),
      }
    })
  return { rows, findings: [...checkCodes(table, file.name), ...checkStarts(starts, file.name)] }
}

const allOf = (label: string): string => (label === 'Total' ? 'all' : label)

/** The level without the programme's name in front of it, which the publisher repeats. */
function levelOf(row: RawRow, programme: string): string {
  const label = row.text('level_or_type')
  const prefix = `${programme}: `
  if (!label.toLowerCase().startsWith(prefix.toLowerCase()) || label.length === prefix.length)
    return row.refuse('level_or_type', `${prefix}and a level`)
  return label.slice(prefix.length).trim()
}

/** The file has two columns of authority codes: where both are filled they must agree. */
function checkCodes(table: RawTable, file: string): readonly Finding[] {
  if (!table.columns.includes(OTHER_CODE)) return []
  const differing = table.rows.filter((row) => {
    const other = row.optional(OTHER_CODE)
    return other !== null && other !== row.optional('geography_code')
  })
  const [first] = differing
  if (!first) return []
  return [
    {
      rule: 'authority-codes-differ',
      severity: 'warning',
      message: `In ${differing.length} rows ${OTHER_CODE} and geography_code differ; geography_code was taken.`,
      place: `${file}, row ${first.number}`,
    },
  ]
}

const checkStarts = (starts: number, file: string): readonly Finding[] =>
  starts === 0
    ? []
    : [
        {
          rule: 'starts-left-out',
          severity: 'warning',
          message: `${starts} rows of further education have starts, which had none before; they are left out.`,
          place: file,
        },
      ]

/** Further education as a table. */
export const furtherEducationTable = (rows: readonly Learners[]): TidyTable => ({
  file: 'further-education.csv',
  title: 'Further education other than apprenticeships by local authority, programme, level and age',
  definition:
    'Learners of an academic year by the local authority they live in, rounded to 10 by the publisher; counts below 5 are ' +
    'suppressed (“low”). Programmes and levels overlap: all further education holds apprenticeships too, and a learner on two ' +
    'courses counts in both. Each count is followed by the reason where there is none.',
  editionColumns: ['year'],
  columns: [
    { name: 'year', type: 'text', description: 'Academic year, August to July' },
    {
      name: 'authority',
      type: 'text',
      description: 'ONS code of the district, unitary council or borough',
    },
    { name: 'programme', type: 'text', description: 'Programme as published' },
    { name: 'level', type: 'text', description: 'Level or kind as published; all' },
    { name: 'age', type: 'text', description: 'Age group as published; all' },
    {
      name: 'participation',
      type: 'integer',
      unit: 'people',
      description: 'Learners in the year; empty where missing',
    },
    { name: 'participation_missing', type: 'text', description: 'Why there is no count' },
    {
      name: 'achievements',
      type: 'integer',
      unit: 'people',
      description: 'Learners who completed; empty where missing',
    },
    { name: 'achievements_missing', type: 'text', description: 'Why there is no count' },
  ],
  rows: [...rows]
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
    .map(({ year, authority, programme, level, age, participation, achievements }) => [
      year,
      authority,
      programme,
      level,
      age,
      ...[participation, achievements].flatMap(({ people, missing }) => [people ?? '', missing ?? '']),
    ]),
})

const sortKey = ({ year, authority, programme, level, age }: Learners): string =>
  `${year},${authority},${programme},${level},${age}`
