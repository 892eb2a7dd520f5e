import { html, type Markup } from '../markup.ts'
import { sayPercent } from '../numbers/format-value.ts'
import { PALETTE, PICTURE_FONT } from '../palette.ts'
import { countClasses, describeHexMap, type HexMap, type HexTile, sayAreas } from './hex-map.ts'
import { shortNameLines } from './short-name.ts'

/** How a map is drawn. */
export interface HexLook {
  readonly id: string
  readonly width: number
  /** True to write names and ranges into the hexagons, which needs about 70 units of width each. */
  readonly names: boolean
  /** Address of an area's page; without it hexagons are not links. */
  readonly href?: (code: string) => string
  /** Code of the area to mark. */
  readonly current?: string
}

/** Half the height of a hexagon over its width. */
const TALL = 1 / 1.7320508075688772

/** Draws a map of areas as SVG; each hexagon is a link that names its area and its value. */
export function hexSvg(map: HexMap, look: HexLook): Markup {
  const { markup, height } = hexTiles(map, look)
  const role = look.href ? 'group' : 'img'
  return html`<svg class="hr-picture hr-hexes" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${look.width} ${height}" width="${look.width}" height="${height}" role="${role}" aria-labelledby="${look.id}-title" aria-describedby="${look.id}-desc" font-family="${PICTURE_FONT}">
<title id="${look.id}-title">Map of areas by coverage of need in ${map.year}</title><desc id="${look.id}-desc">${describeHexMap(map)}</desc>
${markup}</svg>`
}

/** The hexagons of a map, row by row, and the height they take. @param markOf number of an area’s mark, where it has one */
export function hexTiles(
  map: HexMap,
  look: Omit<HexLook, 'id'>,
  markOf?: (code: string) => number,
): { readonly markup: Markup; readonly height: number } {
  const columns = Math.max(...map.tiles.map((tile) => tile.column + (tile.row % 2) / 2)) + 1
  const rows = Math.max(...map.tiles.map((tile) => tile.row))
  const size = (look.width - 4) / columns
  const radius = size * TALL
  const ordered = [...map.tiles].sort((a, b) => a.row - b.row || a.column - b.column)
  const tiles = ordered.map((tile) => {
    const x = 2 + size * (tile.column + (tile.row % 2) / 2 + 0.5)
    const y = 2 + radius * (1.5 * tile.row + 1)
    return drawTile(tile, look, { x, y, size, radius }, markOf?.(tile.code))
  })
  return { markup: html`${tiles}`, height: Math.ceil(radius * (1.5 * rows + 2) + 4) }
}

interface Place {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly radius: number
}

const short = (value: number) => Math.round(value * 10) / 10

/** A tile's area and value in one sentence. */
export function sayTile({ name, coverage }: HexTile): string {
  if (!coverage) return `${name}: not in this projection`
  return `${name}: ${sayPercent(coverage.p50)} of staff needed, ${sayPercent(coverage.p10)} to ${sayPercent(coverage.p90)} in 8 of 10 runs`
}

function drawTile(tile: HexTile, look: Omit<HexLook, 'id'>, place: Place, mark?: number): Markup {
  const { x, y, size, radius } = place
  const [half, quarter] = [size / 2 - 1, (radius - 1) / 2]
  const corners = [
    [x, y - radius + 1],
    [x + half, y - quarter],
    [x + half, y + quarter],
    [x, y + radius - 1],
    [x - half, y + quarter],
    [x - half, y - quarter],
  ]
  const points = corners.map((corner) => corner.map(short).join()).join(' ')
  const current = tile.code === look.current
  const shade = tile.shade ?? { fill: PALETTE.paper, ink: PALETTE.muted }
  const shape = html`<polygon class="hr-hex__shape" points="${points}" fill="${shade.fill}" stroke="${current ? PALETTE.ink : '#6a5a4c'}" stroke-width="${current ? 4 : 1}"/>`
  const inside = html`<title>${sayTile(tile)}</title>${shape}${drawText(tile, look, place, shade.ink)}`
  if (!look.href)
    return html`<g class="hr-mark-group"${mark === undefined || mark < 0 ? null : html` data-mark="${mark}"`}>${inside}</g>`
  return html`<a class="hr-hex" href="${look.href(tile.code)}" aria-label="${sayTile(tile)}"${current ? html` aria-current="true"` : null} data-x="${short(x)}" data-y="${short(y)}">${inside}</a>`
}

function drawText(tile: HexTile, look: Omit<HexLook, 'id'>, { x, y, size }: Place, ink: string): Markup {
  const value = tile.coverage ? sayPercent(tile.coverage.p50) : '–'
  const text = (line: string, at: number, font: number, weight: number) =>
    html`<text class="hr-hex__text" x="${short(x)}" y="${short(at)}" font-size="${short(font)}" font-weight="${weight}" text-anchor="middle" fill="${ink}">${line}</text>`
  if (!look.names) return text(value, y + size * 0.13, size * 0.35, 700)
  const lines = shortNameLines(tile.name)
  const [font, large] = lines.length > 2 ? [size * 0.112, size * 0.19] : [size * 0.122, size * 0.22]
  const { coverage } = tile
  const range = coverage ? `${Math.round(coverage.p10 * 100)}–${sayPercent(coverage.p90)}` : ''
  const top = y - (lines.length * font * 1.1 + large * 1.08 + font * 1.2) / 2 + font
  const after = top + (lines.length - 1) * font * 1.1 + large * 1.08
  return html`${lines.map((line, index) => text(line, top + index * font * 1.1, font, 400))}${text(value, after, large, 700)}${text(range, after + font * 1.2, font, 400)}`
}

/** The key of a map as a list, each class with its colour and its label. */
export function hexKey(map: HexMap): Markup {
  const items = countClasses(map).map(
    (each) =>
      html`<li><svg class="hr-swatch" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false"><rect x="1" y="1" width="18" height="18" fill="${each.fill}" stroke="#6a5a4c"/></svg> ${each.label}<span class="hr-key-list__count"> ${sayAreas(each.areas)}</span></li>`,
  )
  return html`<ul class="hr-key-list" aria-label="Key: share of staff needed that is likely to be at work">${items}</ul>`
}
