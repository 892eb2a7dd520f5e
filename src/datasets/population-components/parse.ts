import { SEXES, type Sex } from '../../domain/cohort.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import type { PublishedFile } from '../published-file.ts'
import { findSheet, readRawSheet } from '../raw-sheet.ts'
import { createRepeatCheck } from '../refuse-repeats.ts'
import { COMPONENT_COLUMNS, COMPONENT_SHEETS } from './kind.ts'

/** The components as published, in their order there, by the codes of the tidy table. */
export const COMPONENTS: ReadonlyMap<string, string> = new Map([
  ['Population', 'population'],
  ['Natural Change', 'natural-change'],
  ['Births', 'births'],
  ['Deaths', 'deaths'],
  ['All Migration Net', 'net-migration'],
  ['Internal Migration In', 'internal-in'],
  ['Internal Migration Out', 'internal-out'],
  ['International Migration In', 'international-in'],
  ['International Migration Out', 'international-out'],
  ['Cross-border Migration In', 'cross-border-in'],
  ['Cross-border Migration Out', 'cross-border-out'],
  ['Other', 'other'],
])

/** Components of one place and sex: values by year, null in the base year of all but the population. */
export type Components = ReadonlyMap<string, readonly (number | null)[]>

/** One place of the table. */
export interface PlaceComponents {
  readonly code: string
  readonly name: string
  readonly components: Readonly<Record<Sex, Components>>
  readonly place: string
}

/** The table as parsed: England and its districts. */
export interface ComponentTable {
  readonly years: readonly number[]
  readonly england: PlaceComponents
  readonly districts: readonly PlaceComponents[]
  /** Rows of figures read, regions and counties included. */
  readonly rows: number
  /** Places in the file, regions and counties included. */
  readonly places: number
}

const ENGLAND = 'E92000001'
const DISTRICT = /^E0[6-9]\d{6}$/
const REGION_OR_COUNTY = /^E1[0-2]\d{6}$/

/**
 * Reads Table 5. Regions and counties are counted and left out: they repeat the districts.
 * @throws HeadroomError `edition-sheet`, `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export function parseComponents(file: PublishedFile): ComponentTable {
  const parsed = { female: parseSex(file, 'female'), male: parseSex(file, 'male') }
  const years = parsed.female.years
  if (years.join() !== parsed.male.years.join())
    throw new HeadroomError('edition-incomplete', {
      file: file.name,
      missing: 'the same years for both sexes',
    })
  const codes = new Set(SEXES.flatMap((sex) => [...parsed[sex].places.keys()]))
  const places = [...codes].map((code): PlaceComponents => {
    const [female, male] = [parsed.female.places.get(code), parsed.male.places.get(code)]
    if (!female || !male)
      throw new HeadroomError('edition-incomplete', { file: file.name, missing: `both sexes of ${code}` })
    for (const { components, name } of [female, male])
      for (const [label, component] of COMPONENTS)
        if (!components.has(component))
          throw new HeadroomError('edition-incomplete', { file: file.name, missing: `${label} of ${name}` })
    const components = { female: female.components, male: male.components }
    return { code, name: female.name, components, place: female.place }
  })
  const england = places.find(({ code }) => code === ENGLAND)
  if (!england) throw new HeadroomError('edition-incomplete', { file: file.name, missing: 'England' })
  return {
    years,
    england,
    districts: places.filter(({ code }) => DISTRICT.test(code)),
    rows: SEXES.reduce((sum, sex) => sum + parsed[sex].rows, 0),
    places: places.length,
  }
}

interface Place {
  readonly name: string
  readonly components: Map<string, readonly (number | null)[]>
  readonly place: string
}

function parseSex(file: PublishedFile, sex: Sex) {
  const name = COMPONENT_SHEETS[sex]
  const table = readRawSheet(file, findSheet(file, new RegExp(`^${name}$`), name), COMPONENT_COLUMNS)
  const years = table.columns.filter((column) => /^\d{4}$/.test(column))
  if (years.length < 2)
    throw new HeadroomError('edition-columns', {
      place: table.place,
      expected: 'years such as 2018',
      missing: 'two years or more',
    })
  const refuseRepeat = createRepeatCheck()
  const places = new Map<string, Place>()
  let rows = 0
  for (const row of table.rows) {
    rows++
    const code = row.text('CODE')
    if (code !== ENGLAND && !DISTRICT.test(code) && !REGION_OR_COUNTY.test(code))
      row.refuse('CODE', 'the ONS code of England, a region, a county or a district')
    const label = row.text('COMPONENT')
    const component =
      COMPONENTS.get(label) ?? row.refuse('COMPONENT', `one of ${[...COMPONENTS.keys()].join(', ')}`)
    refuseRepeat(row, `${code}, ${label}`)
    const place: Place = places.get(code) ?? {
      name: row.text('AREA'),
      components: new Map(),
      place: row.place,
    }
    // The base year has a population and no change towards it.
    place.components.set(
      component,
      years.map((year, index) =>
        index === 0 && component !== 'population' && row.optional(year) === null ? null : row.numeric(year),
      ),
    )
    places.set(code, place)
  }
  return { years: years.map(Number), places, rows }
}
