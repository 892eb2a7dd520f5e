import { z } from 'zod'
import { HeadroomError } from '../../errors/headroom-error.ts'
import type { AreaFinder } from '../area-names.ts'
import { refuseAbsentAreas } from '../complete.ts'
import type { PublishedFile } from '../published-file.ts'
import { roundTo, type TidyTable } from '../tidy-table.ts'
import { readJson } from './read-json.ts'

/** Longitude and latitude in degrees, WGS84. */
export type Point = readonly [number, number]

/** A closed line around a part of an area, or around a hole in it: the last point is the first. */
export type Ring = readonly Point[]

/** The outline of an area: its parts, each an outer ring and the holes in it. */
export interface Outline {
  readonly area: string
  readonly parts: readonly (readonly Ring[])[]
}

const within = (limit: number, what: string) => z.number(what).min(-limit, what).max(limit, what)
const point = z.tuple([within(180, 'a longitude'), within(90, 'a latitude')])
const ring = z.array(point).min(4, 'four points or more')
const collection = z.object({
  features: z.array(
    z.object({
      properties: z.record(z.string(), z.unknown()),
      geometry: z.discriminatedUnion('type', [
        z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
        z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) }),
      ]),
    }),
  ),
})

/**
 * Reads the outlines of the areas.
 * @throws HeadroomError `edition-damaged`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export function parseOutlines(file: PublishedFile, areas: AreaFinder): readonly Outline[] {
  const { features } = readJson(file, collection)
  const seen = new Map<string, number>()
  const outlines = features.map(({ properties, geometry }, index): Outline => {
    const place = `${file.name}, features.${index}`
    const code = propertyOf(properties, /^ICB\d\dCD$/)
    const name = propertyOf(properties, /^ICB\d\dNM$/)
    const area = areas.byOns(code, name)
    if (area === null)
      throw new HeadroomError('edition-cell', {
        place,
        column: 'properties',
        expected: 'ICB22CD and ICB22NM of one of the areas',
        found: `${name} (${code})`.slice(0, 80),
      })
    const first = seen.get(area)
    if (first !== undefined) throw new HeadroomError('edition-duplicate', { place, key: area, first })
    seen.set(area, index)
    const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    for (const line of parts.flat()) refuseOpen(line, place)
    return { area, parts }
  })
  refuseAbsentAreas(file.name, new Set(seen.keys()), areas, 'the outline')
  return outlines.sort((a, b) => (a.area < b.area ? -1 : 1))
}

function propertyOf(properties: Readonly<Record<string, unknown>>, pattern: RegExp): string {
  const [, value] = Object.entries(properties).find(([key]) => pattern.test(key)) ?? []
  return typeof value === 'string' ? value : ''
}

function refuseOpen(line: Ring, place: string): void {
  const [first, last] = [line[0], line.at(-1)]
  if (first && last && first[0] === last[0] && first[1] === last[1]) return
  throw new HeadroomError('edition-cell', {
    place,
    column: 'geometry',
    expected: 'rings that end where they begin',
    found: `${first?.join()} and ${last?.join()}`,
  })
}

/** The outlines as a table, one ring a row. */
export const outlineTable = (outlines: readonly Outline[]): TidyTable => ({
  file: 'outlines.csv',
  title: 'Outlines of integrated care board areas',
  definition:
    'Ultra-generalised outlines of July 2022, clipped to the coast: fit for a small map and for comparing lengths, not for ' +
    'measuring. One ring a row; ring 0 of a part is its outer edge, further rings are holes.',
  editionColumns: [],
  columns: [
    { name: 'area', type: 'text', description: 'NHS code of the integrated care board' },
    { name: 'part', type: 'integer', description: 'Part of the area, counted from 0' },
    { name: 'ring', type: 'integer', description: 'Ring of the part, counted from 0' },
    {
      name: 'points',
      type: 'text',
      description: 'Longitude and latitude in degrees (WGS84), points divided by semicolons',
    },
  ],
  rows: outlines.flatMap(({ area, parts }) =>
    parts.flatMap((rings, part) =>
      rings.map((line, index) => [
        area,
        part,
        index,
        line.map(([x, y]) => `${roundTo(x, 6)} ${roundTo(y, 6)}`).join(';'),
      ]),
    ),
  ),
})
