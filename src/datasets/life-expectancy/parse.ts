import type { Sex } from '../../domain/cohort.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import type { PublishedFile } from '../published-file.ts'
import { readRawCsv } from '../raw-csv.ts'
import { createRepeatCheck } from '../refuse-repeats.ts'
import { EXPECTANCY_COLUMNS } from './kind.ts'

/** Years a person of an age has left at the mortality of one year. */
export interface Expectancy {
  readonly year: number
  readonly sex: Sex
  readonly age: number
  readonly years: number
}

/**
 * Reads life expectancies; every year and sex needs the same ages.
 * @throws HeadroomError `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export function parseExpectancies(file: PublishedFile): readonly Expectancy[] {
  const refuseRepeat = createRepeatCheck()
  const rows = readRawCsv(file, EXPECTANCY_COLUMNS).rows.map((row): Expectancy => {
    const code = row.text('sex')
    const sex: Sex =
      code === '1' ? 'male' : code === '2' ? 'female' : row.refuse('sex', '1 (male) or 2 (female)')
    const [year, age] = [
      row.numeric('year', { min: 1841, max: 2200 }),
      row.numeric('age', { min: 0, max: 125 }),
    ]
    if (!Number.isInteger(year)) row.refuse('year', 'a year')
    if (!Number.isInteger(age)) row.refuse('age', 'an age in whole years')
    refuseRepeat(row, `${year}, ${sex}, age ${age}`)
    return { year, sex, age, years: row.numeric('ex', { min: 0, max: 125 }) }
  })
  const values = <T>(of: (row: Expectancy) => T): number => new Set(rows.map(of)).size
  const expected = values(({ year }) => year) * values(({ sex }) => sex) * values(({ age }) => age)
  if (rows.length === 0 || rows.length !== expected || values(({ sex }) => sex) !== 2)
    throw new HeadroomError('edition-incomplete', {
      file: file.name,
      missing: 'every age of both sexes in every year',
    })
  return rows
}
