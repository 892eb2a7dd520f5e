import { HeadroomError } from '../../errors/headroom-error.ts'
import { type MissingReason, missingReason } from '../missing.ts'
import type { PublishedFile } from '../published-file.ts'
import { readRawCsv } from '../raw-csv.ts'
import type { RawRow } from '../raw-table.ts'
import { refuseTwice } from '../social-care-outcomes/council-outcome.ts'
import { AGE_COLUMNS, SUBJECT_COLUMNS } from './kind.ts'

/** A count of people, rounded by the publisher to 10, or why there is none. */
export interface Count {
  readonly people: number | null
  readonly missing: MissingReason | null
}

/** Apprentices of one group in one local authority and academic year. */
export interface Apprentices {
  readonly year: string
  readonly authority: string
  /** Sector subject area in the one file, age group in the other; `all` for all together. */
  readonly group: string
  readonly level: string
  readonly starts: Count
  /** Only in the file by age. */
  readonly participation: Count
  readonly achievements: Count
}

/** ONS codes of local authorities. */
export const AUTHORITY = /^E(06|07|08|09|10)\d{6}$/
const LEVELS: ReadonlyMap<string, string> = new Map([
  ['total', 'all'],
  ['intermediate', 'intermediate'],
  ['advanced', 'advanced'],
  ['higher', 'higher'],
])
const NONE: Count = { people: null, missing: 'not applicable' }

/**
 * Reads apprenticeships by sector subject area.
 * @throws HeadroomError `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export function parseSubjects(file: PublishedFile): readonly Apprentices[] {
  const seen = new Map<string, number>()
  const rows = readRawCsv(file, SUBJECT_COLUMNS).rows.map((row): Apprentices => {
    const level = row.text('apprenticeship_level').replace(/ Apprenticeship$/i, '')
    return readGroup(row, seen, { group: row.text('ssa_t1_desc'), level, column: 'apprenticeship_level' })
  })
  return refuseNone(rows, file)
}

/**
 * Reads apprenticeships by age; other further education is read by `parseFurtherEducation`.
 * @throws HeadroomError `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export function parseAges(file: PublishedFile): readonly Apprentices[] {
  const seen = new Map<string, number>()
  const rows = readRawCsv(file, AGE_COLUMNS)
    .rows.filter((row) => row.text('apprenticeships_or_further_education') === 'Apprenticeships')
    .map((row): Apprentices => {
      const level = row.text('level_or_type').replace(/^Apprenticeships: /i, '')
      const read = readGroup(row, seen, { group: row.text('age_group'), level, column: 'level_or_type' })
      return { ...read, participation: readCount(row, 'participation') }
    })
  return refuseNone(rows, file)
}

function readGroup(
  row: RawRow,
  seen: Map<string, number>,
  { group, level, column }: { readonly group: string; readonly level: string; readonly column: string },
): Apprentices {
  const year = row.text('date')
  if (!/^\d{4}\/\d\d$/.test(year)) row.refuse('date', 'an academic year such as 2022/23')
  const authority = row.text('geography_code')
  if (!AUTHORITY.test(authority)) row.refuse('geography_code', 'the ONS code of a local authority')
  refuseTwice(seen, row, `${year}, ${authority}, ${group}, ${level}`)
  return {
    year,
    authority,
    group: group === 'Total' ? 'all' : group,
    level: LEVELS.get(level.toLowerCase()) ?? row.refuse(column, 'Total, Intermediate, Advanced or Higher'),
    starts: readCount(row, 'starts'),
    participation: NONE,
    achievements: readCount(row, 'achievements'),
  }
}

/** A count of a cell, or why there is none. */
export const readCount = (row: RawRow, column: string): Count => ({
  people: row.numericOrMissing(column, { min: 0 }),
  missing: missingReason(row.optional(column) ?? ''),
})

function refuseNone(rows: readonly Apprentices[], file: PublishedFile): readonly Apprentices[] {
  if (rows.length > 0) return rows
  throw new HeadroomError('edition-incomplete', { file: file.name, missing: 'any apprenticeships' })
}
