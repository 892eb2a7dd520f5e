import { z } from 'zod'
import type { Finding } from '../../domain/finding.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import type { AreaFinder } from '../area-names.ts'
import { refuseAbsentAreas } from '../complete.ts'
import type { PublishedFile } from '../published-file.ts'
import type { TidyTable } from '../tidy-table.ts'
import { readJson } from './read-json.ts'

/** Where a place is on a hexagon map. */
export interface Hex {
  readonly code: string
  readonly name: string
  readonly column: number
  readonly row: number
}

/** A hexagon map. */
export interface HexMap {
  /** What it maps, with the author where the file names one: `icb`, `icb-richardi7`, `upper-tier`, `districts`. */
  readonly map: string
  readonly hexes: readonly Hex[]
}

const hexjson = z.object({
  layout: z.literal('odd-r', 'the layout odd-r'),
  src: z.string().optional(),
  hexes: z.record(
    z.string(),
    z.object({
      n: z.string('the name of a place').trim().min(1, 'the name of a place'),
      ICS22NM: z.string('the name of an area').trim().optional(),
      q: z.int('a whole number (column)').min(-1_000, 'a column').max(1_000, 'a column'),
      r: z.int('a whole number (row)').min(-1_000, 'a row').max(1_000, 'a row'),
    }),
  ),
})

/**
 * Reads a hexagon map. What it maps, its codes tell.
 * @throws HeadroomError `edition-damaged`, `edition-cell`, `edition-incomplete`, `edition-duplicate`
 */
export function parseHexMap(file: PublishedFile, areas: AreaFinder): HexMap {
  const { hexes: places, src } = readJson(file, hexjson)
  const hexes = Object.entries(places)
    .map(
      ([code, { n, ICS22NM, q, r }]): Hex => ({ code: code.trim(), name: ICS22NM || n, column: q, row: r }),
    )
    .sort((a, b) => (a.code < b.code ? -1 : 1))
  const base = nameMap(hexes, areas, file.name)
  const taken = new Map<string, number>()
  hexes.forEach(({ code, column, row }, index) => {
    const key = `column ${column}, row ${row}`
    const first = taken.get(key)
    if (first !== undefined)
      throw new HeadroomError('edition-duplicate', { place: `${file.name}, hexes.${code}`, key, first })
    taken.set(key, index + 1)
  })
  const author = /^https?:\/\/[^/]+\/([a-z0-9-]+)/i.exec(src ?? '')?.[1]
  return { map: author === undefined ? base : `${base}-${author}`, hexes }
}

function nameMap(hexes: readonly Hex[], areas: AreaFinder, file: string): string {
  const has = (pattern: RegExp): boolean => hexes.some(({ code }) => pattern.test(code))
  const unknown = hexes.find(({ code }) => areas.byCode(code) === null && !/^[EWSN]\d{8}$/.test(code))
  if (unknown)
    throw new HeadroomError('edition-cell', {
      place: `${file}, hexes`,
      column: unknown.code,
      expected: 'the NHS code of an area or the ONS code of a council',
      found: unknown.name,
    })
  const boards = hexes.filter(({ code }) => areas.byCode(code) !== null)
  if (boards.length > 0) {
    refuseAbsentAreas(file, new Set(boards.map(({ code }) => code)), areas, 'the hexagon')
    if (boards.length === hexes.length) return 'icb'
    throw new HeadroomError('edition-incomplete', {
      file,
      missing: 'one kind of place, not boards and councils,',
    })
  }
  if (has(/^E10/)) return 'upper-tier'
  if (has(/^E0[6-9]/)) return 'districts'
  throw new HeadroomError('edition-incomplete', { file, missing: 'any area or council of England' })
}

/** The maps as a table. */
export const hexTable = (maps: readonly HexMap[]): TidyTable => ({
  file: 'hexes.csv',
  title: 'Hexagon maps of boards, councils and districts',
  definition:
    'Places on hexagon maps of the odd-r layout: odd rows stand half a hexagon to the right. Row 0 is the southernmost, as ' +
    'published. Headroom’s own map is in data/reference/areas.csv, with row 0 at the north.',
  editionColumns: ['map'],
  columns: [
    { name: 'map', type: 'text', description: 'What is mapped: icb, upper-tier or districts, and by whom' },
    { name: 'code', type: 'text', description: 'NHS code of a board, ONS code of a council or district' },
    { name: 'name', type: 'text', description: 'Name on the map' },
    { name: 'column', type: 'integer', description: 'Column (q)' },
    { name: 'row', type: 'integer', description: 'Row (r), upwards' },
  ],
  rows: maps.flatMap(({ map, hexes }) =>
    hexes.map(({ code, name, column, row }) => [map, code, name, column, row]),
  ),
})

/** Names that stand for several places of a map. */
export const checkHexes = ({ map, hexes }: HexMap, file: string): readonly Finding[] => {
  const names = hexes.map(({ name }) => name)
  const twice = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))]
  return twice.map((name) => ({
    rule: 'hex-name-twice',
    severity: 'warning',
    message: `Several places of the map ${map} are called ${name}.`,
    place: file,
  }))
}
