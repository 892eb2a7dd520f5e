import type { InputFiles } from '../../domain/input-files.ts'
import { readTable } from '../../tables/table.ts'
import { roundTo, type TidyTable } from '../tidy-table.ts'
import type { Outline, Point, Ring } from './outlines.ts'

/** A box within which an edge that no other area shares is not coast: a land border, or a tidal river. */
export interface OutlineBorder {
  readonly name: string
  readonly south: number
  readonly north: number
  readonly west: number
  readonly east: number
}

/** How much of an area's outline is coast. */
export interface AreaCoast {
  readonly area: string
  /** Length of the outline, kilometres. */
  readonly outlineKm: number
  readonly coastKm: number
  /** Length along Wales, Scotland and tidal rivers, kilometres. */
  readonly otherKm: number
}

/**
 * Reads `data/reference/outline-borders.csv`.
 * @throws HeadroomError `file-missing`, `table-header`, `table-cell`
 */
export const readOutlineBorders = (files: InputFiles): readonly OutlineBorder[] =>
  readTable(files, 'reference/outline-borders.csv', [
    'name',
    'south',
    'north',
    'west',
    'east',
    'note',
  ]).rows.map((row) => ({
    name: row.text('name'),
    south: row.numeric('south'),
    north: row.numeric('north'),
    west: row.numeric('west'),
    east: row.numeric('east'),
  }))

/**
 * Measures the edges of each outline: shared with another area, along a border, or neither, which is coast.
 * Neighbours share their edges point for point, as outlines do that were generalised together.
 */
export function measureCoasts(
  outlines: readonly Outline[],
  borders: readonly OutlineBorder[],
): readonly AreaCoast[] {
  const owners = new Map<string, Set<string>>()
  for (const { area, parts } of outlines)
    for (const [from, to] of edgesOf(parts.flat()))
      owners.set(edgeKey(from, to), (owners.get(edgeKey(from, to)) ?? new Set<string>()).add(area))
  return outlines.map(({ area, parts }) => {
    const sums = { area, outlineKm: 0, coastKm: 0, otherKm: 0 }
    for (const [from, to] of edgesOf(parts.flat())) {
      const length = kilometres(from, to)
      sums.outlineKm += length
      if ((owners.get(edgeKey(from, to))?.size ?? 0) > 1) continue
      if (borders.some((border) => isWithin(from, border) && isWithin(to, border))) sums.otherKm += length
      else sums.coastKm += length
    }
    return sums
  })
}

const edgesOf = (rings: readonly Ring[]): readonly (readonly [Point, Point])[] =>
  rings.flatMap((line) =>
    line.slice(1).flatMap((to, index): (readonly [Point, Point])[] => {
      const from = line[index]
      return from ? [[from, to]] : []
    }),
  )

/** The same for both directions of an edge. */
function edgeKey(from: Point, to: Point): string {
  const [a, b] = [from.join(), to.join()]
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

const isWithin = ([x, y]: Point, { south, north, west, east }: OutlineBorder): boolean =>
  y >= south && y <= north && x >= west && x <= east

/** Mean radius of the Earth (IUGG), kilometres. */
const EARTH_KM = 6371.0088
/** Radians in a degree. */
const RADIANS = 0.017453292519943295

/** Length of a short edge on a sphere, by the flat map at its middle: good to a thousandth for tens of kilometres. */
function kilometres(from: Point, to: Point): number {
  const middle = ((from[1] + to[1]) / 2) * RADIANS
  const x = (to[0] - from[0]) * RADIANS * cosine(middle)
  const y = (to[1] - from[1]) * RADIANS
  return EARTH_KM * Math.sqrt(x * x + y * y)
}

/** Cosine of up to a right angle by its series, which gives the same bits on every machine. */
function cosine(angle: number): number {
  let [term, sum] = [1, 1]
  for (let n = 1; n <= 10; n++) {
    term *= (-angle * angle) / ((2 * n - 1) * (2 * n))
    sum += term
  }
  return sum
}

/** The coasts as a table. */
export const coastTable = (coasts: readonly AreaCoast[]): TidyTable => ({
  file: 'area-coast.csv',
  title: 'How much of the outline of each integrated care board area is coast',
  definition:
    'Derived: edges of the ultra-generalised outline that no other area shares, other than those along Wales, Scotland or a ' +
    'tidal river (data/reference/outline-borders.csv), as a share of the whole outline. Generalising shortens ragged coasts ' +
    'more than inland borders, and estuaries are cut off where the outline is clipped: good for telling coastal areas from ' +
    'inland ones, not for ranking them, and silent on how many people live by the sea.',
  editionColumns: [],
  columns: [
    { name: 'area', type: 'text', description: 'NHS code of the integrated care board' },
    { name: 'outline_km', type: 'number', unit: 'km', description: 'Length of the generalised outline' },
    { name: 'coast_km', type: 'number', unit: 'km', description: 'Length that is coast' },
    {
      name: 'border_km',
      type: 'number',
      unit: 'km',
      description: 'Length along Wales, Scotland and tidal rivers',
    },
    { name: 'coast_share', type: 'number', unit: 'share', description: 'Share of the outline that is coast' },
  ],
  rows: coasts.map(({ area, outlineKm, coastKm, otherKm }) => [
    area,
    roundTo(outlineKm, 1),
    roundTo(coastKm, 1),
    roundTo(otherKm, 1),
    roundTo(outlineKm > 0 ? coastKm / outlineKm : 0, 4),
  ]),
})
