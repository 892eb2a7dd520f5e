import type { ResultArea } from '../../domain/projection.ts'
import { mapTitle } from '../../views/figures/map.ts'
import { createHexMap } from '../../views/hex/hex-map.ts'
import { hexKey, hexSvg } from '../../views/hex/hex-svg.ts'
import type { Markup } from '../../views/markup.ts'
import { areaTable } from '../../views/tables/area-table.ts'
import { explainAddress } from '../explain-query.ts'
import { ENDINGS } from '../figures/endings.ts'
import { FIGURE_KINDS, figureAddress } from '../figures/figure-kinds.ts'
import type { PageQuery } from '../page-query.ts'
import type { ServerContext } from '../server-context.ts'
import { type FigureBlock, permanentAddress } from './figure-block.ts'

/** The map of areas in two sizes with its key, and a table of areas. */
export interface MapSection {
  readonly wide: Markup
  readonly narrow: Markup
  readonly key: Markup
  readonly table: Markup
  /** How many areas there are. */
  readonly areas: number
  /** True where the reader asked for an order of the table other than the usual. */
  readonly isTableOpen: boolean
  /** The map as a figure of its own and as files. */
  readonly files: Pick<FigureBlock, 'title' | 'downloads' | 'own' | 'permanent' | 'explain'>
}

/** How a map stands on its page. */
export interface MapOptions {
  /** Rows of the table; all where not given. */
  readonly rows?: number
  /** Where an area leads. */
  readonly path: (area: ResultArea) => string
}

/** Draws the map of areas by coverage, or null for a run of one area. */
export function createMapSection(
  context: ServerContext,
  query: PageQuery,
  { rows, path }: MapOptions,
): MapSection | null {
  const { reader, background } = context
  if (reader.localAreas.length < 2) return null
  const { series, year } = query
  const map = createHexMap(reader, background.reference, series, year)
  const href = (code: string): string => path(reader.findArea(code) ?? query.area)
  const look = { href, current: query.area.code }
  const caption =
    rows === undefined
      ? `The ${reader.localAreas.length} areas in ${year}, ${query.order === 'name' ? 'by name' : 'lowest coverage first'}. Coverage is staff as a share of need, the gap in full-time equivalents: middle of the range, and the range of 8 in 10 runs. The dotted line in each bar is 100%.`
      : 'The middle of the range, and the range of 8 in 10 runs'
  const kind = FIGURE_KINDS.find(({ code }) => code === 'map')!
  const own = figureAddress(kind, query, context)
  return {
    files: {
      title: mapTitle(series, year),
      downloads: ENDINGS.map((ending) => ({
        name: ending.toUpperCase(),
        href: figureAddress(kind, query, context, ending),
      })),
      own,
      permanent: permanentAddress(context, own),
      explain: explainAddress(context, { ...query, measure: 'coverage' }),
    },
    wide: hexSvg(map, { ...look, id: 'map-wide', width: 760, names: true }),
    narrow: hexSvg(map, { ...look, id: 'map-narrow', width: 330, names: false }),
    key: hexKey(map),
    areas: reader.localAreas.length,
    isTableOpen: query.order === 'name',
    table: areaTable(reader, background.reference, {
      id: 'areas',
      caption,
      ...(rows === undefined ? {} : { context: `Lowest coverage in ${year}` }),
      series,
      year,
      order: rows === undefined ? query.order : 'coverage',
      ...(rows === undefined ? {} : { limit: rows, compact: true }),
      href,
    }),
  }
}
