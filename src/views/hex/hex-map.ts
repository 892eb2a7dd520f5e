import type { Reference } from '../../domain/reference.ts'
import type { ProjectionReader, SeriesKey, Spread } from '../projection-reader.ts'
import { type CoverageClass, classOf, createCoverageClasses } from './coverage-classes.ts'

/** One area of the map. */
export interface HexTile {
  readonly code: string
  readonly name: string
  readonly column: number
  readonly row: number
  /** Coverage of need, or null where there is none. */
  readonly coverage: Spread | null
  readonly shade: CoverageClass | null
}

/** The map of areas by coverage in one year, before it is drawn. */
export interface HexMap {
  readonly year: number
  readonly tiles: readonly HexTile[]
  readonly classes: readonly CoverageClass[]
}

/** Gathers coverage of need by area. Areas that the run doesn't hold stay on the map, without a value. */
export function createHexMap(
  reader: ProjectionReader,
  reference: Pick<Reference, 'areas'>,
  series: SeriesKey,
  year: number,
): HexMap {
  const known = reference.areas.map((area) => ({
    area,
    coverage: reader.spread(area.code, series, 'coverage', year),
  }))
  const classes = createCoverageClasses(known.flatMap(({ coverage }) => (coverage ? [coverage.p50] : [])))
  const tiles = known.map(
    ({ area, coverage }): HexTile => ({
      code: area.code,
      name: area.name,
      column: area.hex.column,
      row: area.hex.row,
      coverage,
      shade: coverage ? (classOf(classes, coverage.p50) ?? null) : null,
    }),
  )
  return { year, tiles, classes }
}

/** How many areas fall into each class, in words: the map for those who don't see it. */
export function describeHexMap({ tiles, classes, year }: HexMap): string {
  const counts = classes.map((each) => {
    const members = tiles.filter((tile) => tile.shade === each).length
    return `${each.label}: ${members} ${members === 1 ? 'area' : 'areas'}`
  })
  return `Share of staff needed that is likely to be at work in ${year}, middle of the range. ${counts.join('; ')}.`
}
