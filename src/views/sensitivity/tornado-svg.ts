import { scaleLinear } from 'd3-scale'
import { html, type Markup } from '../markup.ts'
import { formatValue } from '../numbers/format-value.ts'
import { PALETTE, PICTURE_FONT } from '../palette.ts'
import { wrapText } from '../wrap-text.ts'

/** One bar: what one thing does by itself. */
export interface TornadoBar {
  readonly label: string
  readonly low: number
  readonly high: number
}

/** A tornado before it is drawn: bars about a centre. */
export interface Tornado {
  readonly title: string
  /** What the scale measures, such as `Gap between staff and need`. */
  readonly axis: string
  readonly unit: string
  readonly centre: number
  readonly bars: readonly TornadoBar[]
}

/** How it is drawn. */
export interface TornadoLook {
  /** Prefix of the identifiers in the picture, unique on its page. */
  readonly id: string
  readonly width: number
  readonly font: number
}

/** Sizes for a page column and a telephone. */
export const TORNADO_LOOKS = {
  wide: { width: 720, font: 14 },
  narrow: { width: 330, font: 12.5 },
} as const satisfies Record<string, Omit<TornadoLook, 'id'>>

const BAR = 14
const TICKS = 4

/**
 * Draws a tornado as SVG: bars from low to high under their labels, a line at the centre where all else is. The part
 * of a bar below the centre is hatched, the part above plain.
 */
export function tornadoSvg(tornado: Tornado, { id, width, font }: TornadoLook): Markup {
  const { title, axis, unit, centre, bars } = tornado
  const ends = [centre, ...bars.flatMap(({ low, high }) => [low, high])]
  const room = font * 2.4
  const x = scaleLinear()
    .domain([Math.min(...ends), Math.max(...ends)])
    .range([room, width - room])
    .nice(TICKS)
  const ticks = x.ticks(TICKS)
  const step = unit === 'share' ? 1 : (ticks[1] ?? 1) - (ticks[0] ?? 0)
  const line = font * 1.25
  const top = font * 3.2
  let y = top
  const rows = bars.map(({ label, low, high }) => {
    const lines = wrapText(label, width / (font * 0.56))
    const text = lines.map(
      (part, i) =>
        html`<text class="hr-text" x="0" y="${round(y + line * (i + 0.8))}" font-size="${font}" fill="${PALETTE.ink}">${part}</text>`,
    )
    const at = y + line * lines.length + 3
    y = at + BAR + font * 0.9
    const below = piece(x(Math.min(low, centre)), x(Math.min(high, centre)), at, `url(#${id}-hatch)`)
    const above = piece(x(Math.max(low, centre)), x(Math.max(high, centre)), at, PALETTE.fanMiddle)
    return html`${text}${below}${above}`
  })
  const bottom = y
  const height = bottom + font * 1.2
  const grid = ticks.map((value) => {
    const place = round(x(value))
    return html`<line class="hr-grid" x1="${place}" x2="${place}" y1="${top - 6}" y2="${round(bottom)}" stroke="${PALETTE.grid}"/><text class="hr-text hr-text--quiet" x="${place}" y="${round(top - font * 0.8)}" font-size="${font}" text-anchor="middle" fill="${PALETTE.muted}">${tickLabel(value, unit, step)}</text>`
  })
  const middle = round(x(centre))
  return html`<svg class="hr-picture hr-tornado" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${round(height)}" width="${width}" height="${round(height)}" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-desc" font-family="${PICTURE_FONT}"><title id="${id}-title">${title}</title><desc id="${id}-desc">${inWords(tornado)}</desc><defs><pattern id="${id}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="${PALETTE.hatchTint}"/><line x1="0" x2="0" y1="0" y2="6" stroke="${PALETTE.hatch}" stroke-width="3"/></pattern></defs><text class="hr-text hr-text--quiet" x="0" y="${font}" font-size="${font}" fill="${PALETTE.muted}">${axis}</text>${grid}<line class="hr-tick" x1="${middle}" x2="${middle}" y1="${top - 6}" y2="${round(bottom)}" stroke="${PALETTE.ink}" stroke-width="1.5" stroke-dasharray="4 3"/>${rows}</svg>`
}

const round = (value: number): number => Math.round(value * 10) / 10

function piece(from: number, to: number, y: number, fill: string): Markup | null {
  if (!(to > from)) return null
  return html`<rect class="hr-band" x="${round(from)}" y="${round(y)}" width="${Math.max(1, round(to - from))}" height="${BAR}" fill="${fill}" stroke="${PALETTE.muted}" stroke-width="0.5"/>`
}

/** Large round numbers are said short: `−1.2m`. */
function tickLabel(value: number, unit: string, step: number): string {
  if (unit === 'share' || unit === 'gbp') return formatValue(value, unit, step)
  const size = Math.abs(value)
  const sign = value < 0 ? '−' : ''
  if (size >= 1_000_000) return `${sign}${Number((size / 1_000_000).toFixed(2))}m`
  return size >= 10_000 ? `${sign}${Number((size / 1000).toFixed(1))}k` : formatValue(value, unit)
}

function inWords({ unit, centre, bars }: Tornado): string {
  const first = bars[0]
  const value = (number: number): string => formatValue(number, unit)
  return `With every assumption at its centre it is ${value(centre)}, the dashed line. ${bars.length} bars; the first, ${first?.label ?? 'none'}, runs from ${first ? value(first.low) : ''} to ${first ? value(first.high) : ''}. The table before has every value.`
}
