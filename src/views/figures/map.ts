import type { Reference } from '../../domain/reference.ts'
import { countClasses, createHexMap, describeHexMap, type HexMap } from '../hex/hex-map.ts'
import { hexTiles, sayTile } from '../hex/hex-svg.ts'
import { html, type Markup } from '../markup.ts'
import type { ProjectionReader, SeriesKey } from '../projection-reader.ts'
import { midSentence, seriesNoun } from '../series-noun.ts'
import { spreadCell } from '../tables/spread-cell.ts'
import type { Figure, PictureLook } from './figure.ts'
import { label, pictureFrame, short } from './picture-frame.ts'
import { spreadFields } from './spread-fields.ts'

/** What a map is about. */
export interface MapSubject {
  readonly series: SeriesKey & { readonly name: string }
  readonly year: number
  /** Code of the area to mark. */
  readonly current?: string
  /** Title of the scenario, where it is another than the run’s. */
  readonly scenario?: string
}

/** Widest map: hexagons grow no larger than their text needs. */
const WIDEST = 760

/** Title of the map. */
export const mapTitle = (series: MapSubject['series'], year: number): string =>
  `Coverage of need by area: ${midSentence(seriesNoun(series))}, ${year}`

/** The map of areas by coverage of need, as a figure of its own: its key is in the picture, its hexagons are no links. */
export function createMap(
  reader: ProjectionReader,
  reference: Pick<Reference, 'areas'>,
  { series, year, current, scenario }: MapSubject,
): Figure {
  const map = createHexMap(reader, reference, series, year)
  const known = map.tiles
    .flatMap((tile) => (tile.coverage ? [{ ...tile, coverage: tile.coverage }] : []))
    .sort((a, b) => a.coverage.p50 - b.coverage.p50 || (a.code < b.code ? -1 : 1))
  const title = scenario ? `${mapTitle(series, year)}: “${scenario}”` : mapTitle(series, year)
  const summary = describeHexMap(map)
  return {
    title,
    summary,
    note: 'Every area has a hexagon of equal size, with the middle of its range. The classes are the same for every year and every kind of staff.',
    columns: ['year', 'area', 'name', 'level', 'code', 'measure', 'unit', ...Object.keys(spreadFields(null))],
    records: known.map(({ code, name, coverage }) => ({
      year,
      area: code,
      name,
      level: series.level,
      code: series.code,
      measure: 'coverage',
      unit: 'share',
      ...spreadFields(coverage),
    })),
    table: {
      context: title,
      caption:
        'Staff at work as a share of those needed, lowest first: the middle of the range, and the range of 8 in 10 runs.',
      columns: [{ label: 'Area' }, { label: 'Coverage', numeric: true }],
      rows: known.map((tile, index) => ({
        header: tile.name,
        cells: [spreadCell(tile.coverage, 'share')],
        attributes: html` data-point="${index}" data-say="${`${index + 1} of ${known.length}. ${sayTile(tile)}`}"`,
      })),
    },
    empty: known.length === 0 ? 'No area has a value here.' : null,
    draw: (look) => {
      const markOf = (code: string): number => known.findIndex((tile) => tile.code === code)
      return mapPicture({ title, summary, map, markOf, ...(current && { current }) }, look)
    },
  }
}

interface MapContent {
  readonly title: string
  readonly summary: string
  readonly map: HexMap
  readonly markOf: (code: string) => number
  readonly current?: string
}

function mapPicture({ title, summary, map, markOf, current }: MapContent, look: PictureLook): Markup {
  const { font, narrow = false } = look
  const width = Math.min(look.width, WIDEST)
  const row = font * 1.8
  const classes = countClasses(map)
  const key = classes.map((each, index) => {
    const y = row * index
    return html`<rect class="hr-hex__shape" x="0" y="${short(y)}" width="${short(font * 1.3)}" height="${short(font * 1.3)}" fill="${each.fill}" stroke="#6a5a4c"/>${label(each.label, { x: font * 1.9, y: y + font, font })}`
  })
  const top = row * classes.length + font * 0.8
  const hexes = hexTiles(map, { width, names: !narrow, ...(current && { current }) }, markOf)
  const body = html`<g>${key}</g><g transform="translate(0 ${short(top)})">${hexes.markup}</g>`
  return pictureFrame({ ...look, width }, { title, summary, height: top + hexes.height, body })
}
