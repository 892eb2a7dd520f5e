import type { Reference } from '../../domain/reference.ts'
import type { ProjectionReader, SeriesKey, Spread } from '../projection-reader.ts'
import { COVERAGE_CLASSES, type CoverageClass, classOf } from './coverage-classes.ts'

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
}

/** Gathers coverage of need by area. Areas that the run doesn't hold stay on the map, without a value. */
export function createHexMap(
  reader: ProjectionReader,
  reference: Pick<Reference, 'areas'>,
  series: SeriesKey,
  year: number,
): HexMap {
  const tiles = reference.areas.map(({ code, name, hex }): HexTile => {
    const coverage = reader.spread(code, series, 'coverage', year)
    return { code, name, ...hex, coverage, shade: coverage && classOf(coverage.p50) }
  })
  return { year, tiles }
}

/** The classes of a map with the number of areas in each, most pressing first. */
export const countClasses = ({ tiles }: HexMap): readonly (CoverageClass & { readonly areas: number })[] =>
  COVERAGE_CLASSES.map((each) => ({ ...each, areas: tiles.filter(({ shade }) => shade === each).length }))

/** A number of areas, in words. */
export const sayAreas = (areas: number): string => (areas === 1 ? '1 area' : `${areas} areas`)

/** How many areas fall into each class, in words: the map for those who don't see it. */
export function describeHexMap(map: HexMap): string {
  const counts = countClasses(map).flatMap(({ label, areas }) =>
    areas > 0 ? [`${label}: ${sayAreas(areas)}`] : [],
  )
  return `Share of staff needed that is likely to be at work in ${map.year}, middle of the range. ${counts.join('; ')}.`
}
