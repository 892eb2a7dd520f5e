import { HeadroomError } from '../../errors/headroom-error.ts'
import { parseTable } from '../../tables/table.ts'
import type { AreaFinder } from '../area-names.ts'
import { refuseAbsentAreas } from '../complete.ts'
import type { PublishedFile } from '../published-file.ts'
import { readRawCsv } from '../raw-csv.ts'
import { createRepeatCheck } from '../refuse-repeats.ts'
import { BOARD_DISTRICT_COLUMNS, DISTRICT_COLUMNS } from '../social-care-turnover/kind.ts'
import type { TidyTable } from '../tidy-table.ts'

/** How much of a district lies in an area, in small areas of about 1,700 people each. */
export interface DistrictArea {
  /** Year of the district's boundaries: 2022, or 2023 where districts merged into another. */
  readonly boundaries: number
  readonly district: string
  readonly name: string
  readonly area: string
  readonly smallAreas: number
}

const COLUMNS = ['boundaries', 'district', 'name', 'area', 'small_areas']
/** Where the weights of the last import of the look-ups are, below `data/`. */
export const DISTRICT_AREAS_FILE = 'statistics/geography/district-areas.csv'

/** Reads the weights back from their table; see `readTable` for errors. */
export const parseDistrictAreas = (text: string): readonly DistrictArea[] =>
  parseTable(text, `data/${DISTRICT_AREAS_FILE}`, COLUMNS).rows.map((row) => ({
    boundaries: row.integer('boundaries'),
    district: row.text('district'),
    name: row.text('name'),
    area: row.text('area'),
    smallAreas: row.integer('small_areas', { min: 1 }),
  }))

/**
 * Reads the districts of 2022 of each area, and adds the districts of 2023 that some of them merged into.
 * @throws HeadroomError `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export function joinDistricts(
  boards: PublishedFile,
  changes: PublishedFile,
  areas: AreaFinder,
): readonly DistrictArea[] {
  const later = new Map(
    readRawCsv(changes, [...DISTRICT_COLUMNS, 'ltla23_name']).rows.map((row) => [
      row.text('ltla22_code'),
      { district: row.text('ltla23_code'), name: row.text('ltla23_name') },
    ]),
  )
  const refuseRepeat = createRepeatCheck()
  const sums = new Map<string, DistrictArea>()
  const add = (part: DistrictArea): void => {
    const key = `${part.boundaries},${part.district},${part.area}`
    sums.set(key, { ...part, smallAreas: part.smallAreas + (sums.get(key)?.smallAreas ?? 0) })
  }
  for (const row of readRawCsv(boards, [...BOARD_DISTRICT_COLUMNS, 'ltla22_name']).rows) {
    const area =
      areas.byCode(row.text('icb22_code_h')) ?? row.refuse('icb22_code_h', 'the code of one of the areas')
    const district = row.text('ltla22_code')
    refuseRepeat(row, `${district}, ${area}`)
    const next = later.get(district)
    if (next === undefined)
      throw new HeadroomError('edition-incomplete', {
        file: changes.name,
        missing: `the district ${district}`,
      })
    const smallAreas = row.numeric('n_lsoa11', { min: 1 })
    if (!Number.isInteger(smallAreas)) row.refuse('n_lsoa11', 'a whole number')
    add({ boundaries: 2022, district, name: row.text('ltla22_name'), area, smallAreas })
    if (next.district !== district) add({ boundaries: 2023, ...next, area, smallAreas })
  }
  const weights = [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, weight]) => weight)
  refuseAbsentAreas(boards.name, new Set(weights.map(({ area }) => area)), areas, 'the districts')
  return weights
}

/** The weights as a table, which later imports of figures by district use. */
export const districtAreaTable = (weights: readonly DistrictArea[]): TidyTable => ({
  file: 'district-areas.csv',
  title: 'Districts and the integrated care boards they lie in',
  definition:
    'Lower layer super output areas of 2011 (of about 1,700 people each) of each district by integrated care board of ' +
    '2022. Districts are those of 2022, and of 2023 where districts merged. They weight a district that lies in several boards.',
  editionColumns: [],
  columns: [
    { name: 'boundaries', type: 'integer', description: 'Year of the district’s boundaries' },
    { name: 'district', type: 'text', description: 'ONS code of the district, borough or unitary council' },
    { name: 'name', type: 'text', description: 'Name of the district' },
    { name: 'area', type: 'text', description: 'NHS code of the integrated care board' },
    {
      name: 'small_areas',
      type: 'integer',
      unit: 'small areas',
      description: 'Lower layer super output areas of 2011 that lie in both',
    },
  ],
  rows: weights.map(({ boundaries, district, name, area, smallAreas }) => [
    boundaries,
    district,
    name,
    area,
    smallAreas,
  ]),
})
