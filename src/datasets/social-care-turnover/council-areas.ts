import { HeadroomError } from '../../errors/headroom-error.ts'
import { parseTable } from '../../tables/table.ts'
import type { AreaFinder } from '../area-names.ts'
import { refuseAbsentAreas } from '../complete.ts'
import type { PublishedFile } from '../published-file.ts'
import { readRawCsv } from '../raw-csv.ts'
import type { TidyTable } from '../tidy-table.ts'
import { BOARD_DISTRICT_COLUMNS, COUNCIL_COLUMNS, DISTRICT_COLUMNS } from './kind.ts'

/** How much of a council (boundaries of 2023) lies in an area, in small areas of about 1,700 people each. */
export interface CouncilArea {
  readonly council: string
  readonly councilName: string
  readonly area: string
  readonly smallAreas: number
}

const COLUMNS = ['council', 'council_name', 'area', 'small_areas']
/** Where the weights of the last import of the look-ups are, below `data/`. */
export const COUNCIL_AREAS_FILE = 'statistics/social-care-turnover/council-areas.csv'

/** Reads the weights back from their table; see `readTable` for errors. */
export const parseCouncilAreas = (text: string): readonly CouncilArea[] =>
  parseTable(text, `data/${COUNCIL_AREAS_FILE}`, COLUMNS).rows.map((row) => ({
    council: row.text('council'),
    councilName: row.text('council_name'),
    area: row.text('area'),
    smallAreas: row.integer('small_areas', { min: 1 }),
  }))

/**
 * Joins the look-ups board - district - later district - council.
 * @throws HeadroomError `edition-columns`, `edition-cell`, `edition-incomplete` where a district leads nowhere or an area has no council
 */
export function joinLookups(
  boards: PublishedFile,
  districts: PublishedFile,
  councils: PublishedFile,
  areas: AreaFinder,
): readonly CouncilArea[] {
  const later = new Map(
    readRawCsv(districts, DISTRICT_COLUMNS).rows.map((row) => [
      row.text('ltla22_code'),
      row.text('ltla23_code'),
    ]),
  )
  const upper = new Map(
    readRawCsv(councils, COUNCIL_COLUMNS).rows.map((row) => [
      row.text('ltla23_code'),
      { council: row.text('utla23_code'), councilName: row.text('utla23_name') },
    ]),
  )
  const sums = new Map<string, CouncilArea>()
  for (const row of readRawCsv(boards, BOARD_DISTRICT_COLUMNS).rows) {
    const area =
      areas.byCode(row.text('icb22_code_h')) ?? row.refuse('icb22_code_h', 'the code of one of the areas')
    const district = row.text('ltla22_code')
    const next = later.get(district)
    if (next === undefined)
      throw new HeadroomError('edition-incomplete', {
        file: districts.name,
        missing: `the district ${district}`,
      })
    const council = upper.get(next)
    if (council === undefined)
      throw new HeadroomError('edition-incomplete', { file: councils.name, missing: `the district ${next}` })
    const key = `${council.council},${area}`
    const smallAreas = (sums.get(key)?.smallAreas ?? 0) + row.numeric('n_lsoa11', { min: 1 })
    sums.set(key, { ...council, area, smallAreas })
  }
  const reached = new Set([...sums.values()].map(({ area }) => area))
  refuseAbsentAreas(boards.name, reached, areas, 'the districts')
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, weight]) => weight)
}

/** The weights as a table, which later imports of turnover use. */
export const councilAreaTable = (weights: readonly CouncilArea[]): TidyTable => ({
  file: 'council-areas.csv',
  title: 'Councils with social care duties and the integrated care boards they lie in',
  definition:
    'Lower layer super output areas (of about 1,700 people each) of each council, boundaries of 2023, by integrated care ' +
    'board of 2022. They weight the councils of a board.',
  editionColumns: [],
  columns: [
    { name: 'council', type: 'text', description: 'ONS code of the council' },
    { name: 'council_name', type: 'text', description: 'Name of the council' },
    { name: 'area', type: 'text', description: 'NHS code of the integrated care board' },
    {
      name: 'small_areas',
      type: 'integer',
      unit: 'small areas',
      description: 'Lower layer super output areas of 2011',
    },
  ],
  rows: weights.map(({ council, councilName, area, smallAreas }) => [council, councilName, area, smallAreas]),
})
