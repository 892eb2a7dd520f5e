import { scaleLinear } from 'd3-scale'
import type { PictureLook } from '../figures/figure.ts'
import { label, pictureFrame, short } from '../figures/picture-frame.ts'
import { html, type Markup } from '../markup.ts'
import { formatValue } from '../numbers/format-value.ts'
import { PALETTE } from '../palette.ts'
import { wrapText } from '../wrap-text.ts'

/** One bar: what one thing does by itself. */
export interface TornadoBar {
  readonly label: string
  readonly low: number
  readonly high: number
}

/** What a tornado draws: bars about a centre. */
export interface TornadoContent {
  readonly title: string
  readonly summary: string
  /** What the scale measures, such as `Gap between staff and need`. */
  readonly axis: string
  readonly unit: string
  readonly centre: number
  readonly bars: readonly TornadoBar[]
  /** A bar in words. */
  readonly say: (bar: TornadoBar) => string
}

const BAR = 14
const TICKS = 4
/** A tornado is read down, so it is no wider than that a bar and its label stay together. */
const WIDEST = 720

/**
 * Draws a tornado: bars from low to high under their labels, a line at the centre where all else is. The part of a bar
 * below the centre is hatched, the part above plain.
 */
export function tornadoPicture(content: TornadoContent, look: PictureLook): Markup {
  const { title, summary, axis, unit, centre, bars, say } = content
  const { id, font } = look
  const width = Math.min(look.width, WIDEST)
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
  const rows = bars.map((bar, index) => {
    const lines = wrapText(bar.label, width / (font * 0.56))
    const text = lines.map((part, i) => label(part, { x: 0, y: y + line * (i + 0.8), font }))
    const at = y + line * lines.length + 3
    y = at + BAR + font * 0.9
    const { low, high } = bar
    const below = piece(x(Math.min(low, centre)), x(Math.min(high, centre)), at, `url(#${id}-hatch)`)
    const above = piece(x(Math.max(low, centre)), x(Math.max(high, centre)), at, PALETTE.fanMiddle)
    return html`<g class="hr-mark-group" data-mark="${index}"><title>${say(bar)}</title>${text}${below}${above}</g>`
  })
  const bottom = y
  const grid = ticks.map((value) => {
    const place = x(value)
    return html`<line class="hr-grid" x1="${short(place)}" x2="${short(place)}" y1="${short(top - 6)}" y2="${short(bottom)}" stroke="${PALETTE.grid}"/>${label(tickLabel(value, unit, step), { x: place, y: top - font * 0.8, font, anchor: 'middle', quiet: true })}`
  })
  const middle = short(x(centre))
  const body = html`<defs><pattern id="${id}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hr-hatch-paper" width="6" height="6" fill="${PALETTE.hatchTint}"/><line class="hr-hatch" x1="0" x2="0" y1="0" y2="6" stroke="${PALETTE.hatch}" stroke-width="3"/></pattern></defs>${label(axis, { x: 0, y: font, font, quiet: true })}${grid}<line class="hr-tick" x1="${middle}" x2="${middle}" y1="${short(top - 6)}" y2="${short(bottom)}" stroke="${PALETTE.ink}" stroke-width="1.5" stroke-dasharray="4 3"/>${rows}`
  return pictureFrame({ ...look, width }, { title, summary, height: bottom + font * 0.4, body })
}

function piece(from: number, to: number, y: number, fill: string): Markup | null {
  if (!(to > from)) return null
  return html`<rect class="hr-band${fill.startsWith('url') ? '' : ' hr-band--middle'}" x="${short(from)}" y="${short(y)}" width="${Math.max(1, short(to - from))}" height="${BAR}" fill="${fill}" stroke="${PALETTE.muted}" stroke-width="0.5"/>`
}

/** Large round numbers are said short: `−1.2m`. */
function tickLabel(value: number, unit: string, step: number): string {
  if (unit === 'share' || unit === 'gbp') return formatValue(value, unit, step)
  const size = Math.abs(value)
  const sign = value < 0 ? '−' : ''
  if (size >= 1_000_000) return `${sign}${Number((size / 1_000_000).toFixed(2))}m`
  return size >= 10_000 ? `${sign}${Number((size / 1000).toFixed(1))}k` : formatValue(value, unit)
}
