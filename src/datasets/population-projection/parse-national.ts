import type { Sex } from '../../domain/cohort.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { AGE_BANDS, bandOfAge } from '../age-bands.ts'
import type { PublishedFile } from '../published-file.ts'
import { readRawCsv } from '../raw-csv.ts'
import { NATIONAL_COLUMNS } from './kind.ts'

/** One variant of the national projection for England: people by sex, band and year. */
export interface National {
  readonly file: PublishedFile
  readonly years: readonly number[]
  /** [sex][band][year] */
  readonly people: Readonly<Record<Sex, readonly (readonly number[])[]>>
  readonly rows: number
}

const ENGLAND_ONS = 'E92000001'

/**
 * Reads England from a file of national projections. Nomis numbers the ages from 1 (code 1 is age 0,
 * 106 is 105 and over), the variant files from 0 to 90 and over: the lowest code in the file tells which.
 * @throws HeadroomError `edition-damaged`, `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export function parseNational(file: PublishedFile): National {
  const rows = readRawCsv(file, NATIONAL_COLUMNS).rows.filter(
    (row) => row.text('GEOGRAPHY_CODE') === ENGLAND_ONS,
  )
  const codes = rows.map((row) => row.numeric('C_AGE', { min: 0, max: 200 }))
  // Not spread into the call: a file may have more rows than a call takes arguments.
  const offset = codes.reduce((least, code) => Math.min(least, code), Infinity)
  const oldest = codes.reduce((most, code) => Math.max(most, code), -Infinity) - offset
  if (rows.length === 0)
    throw new HeadroomError('edition-incomplete', { file: file.name, missing: 'England (E92000001)' })
  if (offset > 1 || oldest < 90)
    throw new HeadroomError('edition-incomplete', {
      file: file.name,
      missing: 'every age from 0 to 90 and over',
    })
  const years = [
    ...new Set(rows.map((row) => row.numeric('PROJECTED_YEAR_NAME', { min: 1900, max: 2200 }))),
  ].sort((a, b) => a - b)
  const people = { female: noPeople(years.length), male: noPeople(years.length) }
  const seen = new Map<string, number>()
  rows.forEach((row, index) => {
    const gender = row.text('GENDER')
    const sex: Sex =
      gender === '1' ? 'male' : gender === '2' ? 'female' : row.refuse('GENDER', '1 (male) or 2 (female)')
    const year = row.numeric('PROJECTED_YEAR_NAME')
    const age = (codes[index] ?? 0) - offset
    const key = `${year}, ${sex}, age ${age}`
    const first = seen.get(key)
    if (first !== undefined) throw new HeadroomError('edition-duplicate', { place: row.place, key, first })
    seen.set(key, row.number)
    const line = people[sex][bandOfAge(age)]
    const column = years.indexOf(year)
    if (line) line[column] = (line[column] ?? 0) + row.numeric('OBS_VALUE', { min: 0 })
  })
  if (seen.size !== years.length * 2 * (oldest + 1))
    throw new HeadroomError('edition-incomplete', {
      file: file.name,
      missing: 'one number for every year, sex and age',
    })
  return { file, years, people, rows: rows.length }
}

const noPeople = (years: number): number[][] => AGE_BANDS.map(() => new Array<number>(years).fill(0))
