import { SEXES, type Sex } from '../../domain/cohort.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { AGE_BANDS } from '../age-bands.ts'
import type { PublishedFile } from '../published-file.ts'
import { findSheet, readRawSheet } from '../raw-sheet.ts'

/** Projection of one place: people by sex, band and year, [sex][band][year]. */
export interface PlaceProjection {
  readonly code: string
  readonly name: string
  readonly people: Readonly<Record<Sex, readonly (readonly number[])[]>>
}

/** The subnational table: England, and its clinical commissioning groups. */
export interface Subnational {
  readonly years: readonly number[]
  readonly england: PlaceProjection
  readonly groups: readonly PlaceProjection[]
  /** Rows of figures read. */
  readonly rows: number
}

const SHEET: Readonly<Record<Sex, string>> = { female: 'Females', male: 'Males' }
const ENGLAND_ONS = 'E92000001'

/**
 * Reads Table 3 of the subnational projections. NHS regions and all-age totals in it are left out:
 * they repeat the groups. Other sheets are ignored.
 * @throws HeadroomError `edition-sheet`, `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export function parseSubnational(file: PublishedFile): Subnational {
  const places = new Map<string, { name: string; bands: Map<string, readonly number[]> }>()
  const perSex = SEXES.map((sex) => parseSex(file, sex, places))
  const years = perSex[0]?.years ?? []
  if (years.join() !== perSex[1]?.years.join())
    throw new HeadroomError('edition-incomplete', {
      file: file.name,
      missing: 'the same years for both sexes',
    })
  const projections = [...places].map(([code, { name, bands }]): PlaceProjection => {
    const ofSex = (sex: Sex): readonly (readonly number[])[] =>
      AGE_BANDS.map((band) => {
        const values = bands.get(`${sex} ${band}`)
        if (values) return values
        throw new HeadroomError('edition-incomplete', {
          file: file.name,
          missing: `${name}, ${sex}, ${band}`,
        })
      })
    return { code, name, people: { female: ofSex('female'), male: ofSex('male') } }
  })
  const england = projections.find(({ code }) => code === ENGLAND_ONS)
  if (!england) throw new HeadroomError('edition-incomplete', { file: file.name, missing: 'England' })
  const groups = projections.filter(({ code }) => code !== ENGLAND_ONS)
  return { years, england, groups, rows: perSex.reduce((sum, { rows }) => sum + rows, 0) }
}

function parseSex(
  file: PublishedFile,
  sex: Sex,
  places: Map<string, { name: string; bands: Map<string, readonly number[]> }>,
): { readonly years: readonly number[]; readonly rows: number } {
  const sheet = findSheet(file, new RegExp(`^${SHEET[sex]}$`), SHEET[sex])
  const table = readRawSheet(file, sheet, ['CODE', 'AREA', 'AGE GROUP'])
  const years = table.columns.filter((column) => /^\d{4}$/.test(column))
  if (years.length === 0)
    throw new HeadroomError('edition-columns', {
      place: table.place,
      expected: 'years such as 2018',
      missing: 'any year',
    })
  let rows = 0
  for (const row of table.rows) {
    const code = row.text('CODE')
    // England and the clinical commissioning groups; E39 are NHS regions.
    if (code !== ENGLAND_ONS && !code.startsWith('E38')) {
      if (!code.startsWith('E39'))
        row.refuse('CODE', 'the ONS code of England, a region or a clinical commissioning group')
      continue
    }
    const band = row.text('AGE GROUP')
    if (band === 'All ages') continue
    if (!AGE_BANDS.includes(band)) row.refuse('AGE GROUP', `one of ${AGE_BANDS.join(', ')}`)
    const place = places.get(code) ?? { name: row.text('AREA'), bands: new Map<string, readonly number[]>() }
    const key = `${sex} ${band}`
    if (place.bands.has(key))
      throw new HeadroomError('edition-cell', {
        place: row.place,
        column: 'AGE GROUP',
        expected: 'each age group once',
        found: band,
      })
    place.bands.set(
      key,
      years.map((year) => row.numeric(year, { min: 0 })),
    )
    places.set(code, place)
    rows++
  }
  return { years: years.map(Number), rows }
}
