import { SEXES, type Sex } from '../../domain/cohort.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import type { PublishedFile } from '../published-file.ts'
import { findSheet, readRawSheet, sheetsOf } from '../raw-sheet.ts'
import type { RawTable } from '../raw-table.ts'
import { createRepeatCheck } from '../refuse-repeats.ts'
import { AGE_SHEET_COLUMNS, DENSITY_SHEET, PERSONS_SHEET, SEX_SHEETS } from './kind.ts'

/** People of a district of England by sex and single year of age, index 0 to 90 and over. */
export interface Authority {
  readonly code: string
  readonly name: string
  readonly people: Readonly<Record<Sex, readonly number[]>>
  /** Published totals of the sexes. */
  readonly total: Readonly<Record<Sex, number>>
  /** Land area in square kilometres, or null where the edition has none. */
  readonly landKm2: number | null
  readonly place: string
}

/** The estimates of one mid-year. */
export interface AuthorityEstimates {
  /** Year of the 30 June. */
  readonly year: number
  readonly authorities: readonly Authority[]
  /** England as published: total of each sex, and of both where there is a sheet of them. */
  readonly england: Readonly<Record<Sex, number>> & { readonly persons: number | null }
}

const DISTRICT = /^E0[6-9]\d{6}$/
/** Whatever else the sheets hold: the country, its regions and counties, and the rest of the kingdom. */
const OTHER = /^[KEWSN]\d{8}$/
const ENGLAND = 'E92000001'
/** Oldest age; it stands for that age and over. */
const OLDEST = 90

/**
 * Reads the districts of England; regions and counties, which repeat them, and the other countries are left out.
 * @throws HeadroomError `edition-sheet`, `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export function parseAuthorities(file: PublishedFile): AuthorityEstimates {
  const female = parseSex(file, 'female')
  const male = parseSex(file, 'male')
  if (female.year !== male.year)
    throw new HeadroomError('edition-incomplete', { file: file.name, missing: 'one year for both sexes' })
  const land = parseLand(file)
  const lone = [...male.places.keys()].find((code) => !female.places.has(code))
  if (lone !== undefined)
    throw new HeadroomError('edition-incomplete', { file: file.name, missing: `${lone}, female` })
  const authorities = [...female.places].map(([code, women]): Authority => {
    const men = male.places.get(code)
    if (!men) throw new HeadroomError('edition-incomplete', { file: file.name, missing: `${code}, male` })
    const landKm2 = land?.get(code) ?? null
    if (land && landKm2 === null)
      throw new HeadroomError('edition-incomplete', { file: file.name, missing: `the land area of ${code}` })
    return {
      code,
      name: women.name,
      people: { female: women.ages, male: men.ages },
      total: { female: women.total, male: men.total },
      landKm2,
      place: women.place,
    }
  })
  const england = { female: female.england, male: male.england, persons: readPersons(file) }
  refuseUncounted(file, authorities, england)
  return { year: female.year, authorities, england }
}

interface Place {
  readonly name: string
  readonly ages: readonly number[]
  readonly total: number
  readonly place: string
}

function parseSex(
  file: PublishedFile,
  sex: Sex,
): { readonly year: number; readonly places: ReadonlyMap<string, Place>; readonly england: number } {
  const sheet = findSheet(file, SEX_SHEETS[sex], `of ${sex}s by single year of age`)
  const year = sheet.rows
    .slice(0, 10)
    .map(([cell]) => /\bmid-?(\d{4})\b/i.exec(String(cell ?? ''))?.[1])
    .find((found) => found !== undefined)
  if (year === undefined)
    throw new HeadroomError('edition-incomplete', {
      file: `${file.name}, sheet ${sheet.name}`,
      missing: 'the year in the title, such as mid-2020,',
    })
  const table = readRawSheet(file, sheet, AGE_SHEET_COLUMNS)
  const columns = ageColumns(table)
  const refuseRepeat = createRepeatCheck()
  const places = new Map<string, Place>()
  let england: number | null = null
  for (const row of table.rows) {
    const code = row.text('Code')
    refuseRepeat(row, code)
    if (code === ENGLAND) england = row.numeric('All ages', { min: 0 })
    if (DISTRICT.test(code))
      places.set(code, {
        name: row.text('Name'),
        ages: columns.map((column) => row.numeric(column, { min: 0 })),
        total: row.numeric('All ages', { min: 0 }),
        place: row.place,
      })
    else if (!OTHER.test(code)) row.refuse('Code', 'an ONS code such as E06000047')
  }
  if (england === null || places.size === 0)
    throw new HeadroomError('edition-incomplete', { file: table.place, missing: 'England (E92000001)' })
  return { year: Number(year), places, england }
}

/** Columns of the ages 0 to 89, and of 90 and over, which is written in several ways. */
function ageColumns(table: RawTable): readonly string[] {
  const last = table.columns.find((column) => /^90( ?\+| and over)?$/i.test(column))
  const columns = [...Array.from({ length: OLDEST }, (_, age) => String(age)), last ?? '90+']
  const missing = columns.filter((column) => !table.columns.includes(column))
  if (missing.length > 0)
    throw new HeadroomError('edition-columns', {
      place: table.place,
      expected: 'ages 0 to 90+',
      missing: missing.join(', '),
    })
  const unknown = table.columns.filter((column) => /^\d/.test(column) && !columns.includes(column))
  if (unknown.length > 0)
    throw new HeadroomError('edition-columns', {
      place: table.place,
      expected: 'ages up to 90+ and none after it',
      missing: `a place for ${unknown.join(', ')}`,
    })
  return columns
}

/** Land area by district, or null where the edition has no sheet of densities. */
function parseLand(file: PublishedFile): ReadonlyMap<string, number> | null {
  const sheet = sheetsOf(file).find(({ name }) => DENSITY_SHEET.test(name.trim()))
  if (!sheet) return null
  const refuseRepeat = createRepeatCheck()
  return new Map(
    readRawSheet(file, sheet, ['Code', 'Area (sq km)']).rows.flatMap((row) => {
      const code = row.text('Code')
      refuseRepeat(row, code)
      return DISTRICT.test(code) ? [[code, row.numeric('Area (sq km)', { min: 0.01 })] as const] : []
    }),
  )
}

function readPersons(file: PublishedFile): number | null {
  const sheet = sheetsOf(file).find(({ name }) => PERSONS_SHEET.test(name.trim()))
  if (!sheet) return null
  const [england] = readRawSheet(file, sheet, ['Code', 'All ages']).rows.filter(
    (row) => row.optional('Code') === ENGLAND,
  )
  return england?.numeric('All ages', { min: 0 }) ?? null
}

/** A district that is lost would make an area too small: the districts must come to England. */
function refuseUncounted(
  file: PublishedFile,
  authorities: readonly Authority[],
  england: AuthorityEstimates['england'],
): void {
  for (const sex of SEXES) {
    const sum = authorities.reduce((total, authority) => total + authority.total[sex], 0)
    if (Math.abs(sum - england[sex]) < 0.5) continue
    const what = `the ${sex} population of the districts`
    throw new HeadroomError('edition-total', { file: file.name, what, expected: england[sex], found: sum })
  }
}
