import { SEXES, type Sex } from '../../domain/cohort.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import type { PublishedFile } from '../published-file.ts'
import { findSheet, readRawSheet, sheetsOf } from '../raw-sheet.ts'
import type { RawRow } from '../raw-table.ts'
import type { Sheet } from '../workbook.ts'
import { CCG_SHEET, ICB_SHEET } from './kind.ts'

/** Oldest age of the estimates; it stands for that age and over. */
export const OLDEST_ESTIMATED = 90

/** People of a small health area by single year of age, index 0 to 90. */
export interface PlacePopulation {
  readonly code: string
  readonly name: string
  /** The board it belongs to: code and name; for a clinical commissioning group, its partnership's. */
  readonly boardCode: string
  readonly boardName: string
  readonly people: Readonly<Record<Sex, readonly number[]>>
  readonly total: number
  readonly place: string
}

/** A sheet of estimates. */
export interface Estimates {
  /** Year of the 30 June. */
  readonly year: number
  /** Year of the boundaries. */
  readonly vintage: number
  readonly places: readonly PlacePopulation[]
}

const ageColumns = (sex: Sex): readonly string[] =>
  Array.from({ length: OLDEST_ESTIMATED + 1 }, (_, age) => `${sex === 'female' ? 'F' : 'M'}${age}`)

/**
 * The latest estimates by sub-location and integrated care board.
 * @throws HeadroomError `edition-sheet`, `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export const parseBoards = (file: PublishedFile): Estimates =>
  parseSheet(file, latest(file, ICB_SHEET, 'Mid-YYYY ICB YYYY'), ICB_SHEET, 'SICBL', 'ICB')

/**
 * The estimates of a year by clinical commissioning group.
 * @throws HeadroomError see `parseBoards`
 */
export const parseGroups = (file: PublishedFile, year: number): Estimates =>
  parseSheet(
    file,
    findSheet(file, new RegExp(`^Mid-${year} CCG \\d{4}$`), `Mid-${year} CCG YYYY`),
    CCG_SHEET,
    'CCG',
    'STP',
  )

/** The sheet of the latest mid-year, and of the latest boundaries where there are several. */
function latest(file: PublishedFile, pattern: RegExp, expected: string): Sheet {
  const dated = sheetsOf(file).flatMap((sheet) => {
    const [, year, vintage] = pattern.exec(sheet.name.trim()) ?? []
    return year === undefined ? [] : [{ sheet, date: `${year} ${vintage}` }]
  })
  const last = dated.sort((a, b) => (a.date < b.date ? -1 : 1)).at(-1)
  return last?.sheet ?? findSheet(file, pattern, expected)
}

function parseSheet(
  file: PublishedFile,
  sheet: Sheet,
  pattern: RegExp,
  small: string,
  board: string,
): Estimates {
  const [, year = '', vintage = ''] = pattern.exec(sheet.name.trim()) ?? []
  const columns = [
    `${small} ${vintage} Code`,
    `${small} ${vintage} Name`,
    `${board} ${vintage} Code`,
    `${board} ${vintage} Name`,
  ]
  const ages = { female: ageColumns('female'), male: ageColumns('male') }
  const table = readRawSheet(file, sheet, [...columns, 'Total', ...ages.female, ...ages.male])
  const seen = new Map<string, number>()
  const places = table.rows.map((row): PlacePopulation => {
    const [code = '', name = '', boardCode = '', boardName = ''] = columns.map((column) => row.text(column))
    if (!/^E\d{8}$/.test(code)) row.refuse(columns[0] ?? '', 'an ONS code such as E38000006')
    const first = seen.get(code)
    if (first !== undefined)
      throw new HeadroomError('edition-duplicate', { place: row.place, key: code, first })
    seen.set(code, row.number)
    const people = { female: readAges(row, ages.female), male: readAges(row, ages.male) }
    return {
      code,
      name,
      boardCode,
      boardName,
      people,
      total: row.numeric('Total', { min: 0 }),
      place: row.place,
    }
  })
  if (places.length === 0)
    throw new HeadroomError('edition-incomplete', { file: table.place, missing: 'any area' })
  return { year: Number(year), vintage: Number(vintage), places }
}

const readAges = (row: RawRow, columns: readonly string[]): readonly number[] =>
  columns.map((column) => row.numeric(column, { min: 0 }))

/** Sum over ages and sexes. */
export const totalPeople = (people: PlacePopulation['people']): number =>
  SEXES.reduce((sum, sex) => people[sex].reduce((part, value) => part + value, sum), 0)
