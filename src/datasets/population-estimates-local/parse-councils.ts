import type { Sex } from '../../domain/cohort.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import type { PublishedFile } from '../published-file.ts'
import { readRawCsv } from '../raw-csv.ts'
import type { RawRow } from '../raw-table.ts'
import { createRepeatCheck } from '../refuse-repeats.ts'
import { NOMIS_COLUMNS } from './kind.ts'

/** People of one council, sex and age. */
export interface CouncilPeople {
  readonly year: number
  readonly council: string
  readonly name: string
  readonly sex: Sex | 'all'
  /** Completed years, 90 standing for 90 and over; null for all ages. */
  readonly age: number | null
  readonly people: number
}

const OLDEST = 90
const SEX: ReadonlyMap<string, CouncilPeople['sex']> = new Map([
  ['total', 'all'],
  ['male', 'male'],
  ['female', 'female'],
])

/**
 * Reads an extract from Nomis: each council needs every sex and age.
 * @throws HeadroomError `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export function parseCouncils(file: PublishedFile): readonly CouncilPeople[] {
  const refuseRepeat = createRepeatCheck()
  const rows = readRawCsv(file, NOMIS_COLUMNS).rows.map((row): CouncilPeople => {
    const council = row.text('GEOGRAPHY_CODE')
    if (!/^E\d{8}$/.test(council)) row.refuse('GEOGRAPHY_CODE', 'the ONS code of a council of England')
    const year = row.numeric('DATE_NAME', { min: 1981, max: 2100 })
    if (!Number.isInteger(year)) row.refuse('DATE_NAME', 'a year')
    const sex =
      SEX.get(row.text('GENDER_NAME').toLowerCase()) ?? row.refuse('GENDER_NAME', 'Total, Male or Female')
    const age = readAge(row)
    refuseRepeat(row, `${year}, ${council}, ${sex}, ${age ?? 'all ages'}`)
    const people = row.numeric('OBS_VALUE', { min: 0 })
    return { year, council, name: row.text('GEOGRAPHY_NAME'), sex, age, people }
  })
  const counts = new Map<string, number>()
  for (const { year, council, sex, age } of rows)
    if (sex !== 'all' && age !== null)
      counts.set(`${council} in ${year}`, (counts.get(`${council} in ${year}`) ?? 0) + 1)
  for (const key of new Set(rows.map(({ year, council }) => `${council} in ${year}`)))
    if (counts.get(key) !== 2 * (OLDEST + 1))
      throw new HeadroomError('edition-incomplete', {
        file: file.name,
        missing: `every sex and age of ${key}`,
      })
  if (counts.size === 0)
    throw new HeadroomError('edition-incomplete', { file: file.name, missing: 'any council' })
  return rows
}

function readAge(row: RawRow): number | null {
  const label = row.text('C_AGE_NAME')
  if (/^all ages$/i.test(label)) return null
  const [, age] = /^aged? (\d{1,2})\+?$/i.exec(label) ?? []
  const isWhole = age !== undefined && (Number(age) < OLDEST || label.endsWith('+'))
  if (!isWhole || Number(age) > OLDEST)
    return row.refuse('C_AGE_NAME', 'All Ages, Age 0 to Age 89, or Aged 90+')
  return Number(age)
}
