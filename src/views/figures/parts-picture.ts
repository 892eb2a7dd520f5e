import { area as areaPath, line } from 'd3-shape'
import { html, type Markup } from '../markup.ts'
import { formatValue } from '../numbers/format-value.ts'
import { unitStep } from '../numbers/round-to-range.ts'
import { PALETTE } from '../palette.ts'
import type { SeriesKey, Spread } from '../projection-reader.ts'
import { wrapText } from '../wrap-text.ts'
import type { PictureLook } from './figure.ts'
import { label, pictureFrame, short } from './picture-frame.ts'

/** One small chart: a part of the staff over the years. */
export interface PartCurve {
  readonly series: SeriesKey & { readonly name: string }
  /** Unit of the values, where small charts have units of their own. */
  readonly unit?: string
  readonly points: readonly { readonly year: number; readonly spread: Spread | null }[]
}

/** What small charts draw. */
interface PartsContent {
  readonly title: string
  readonly summary: string
  readonly unit: string
  readonly curves: readonly PartCurve[]
  readonly say: (curve: PartCurve) => string
  /** A value to mark with a dotted line, where the small charts share a scale; null for none. */
  readonly goal: number | null
}

interface Cell {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Least and greatest value of a scale: from zero, unless the values lie far from it. */
function limitsOf(curves: readonly PartCurve[]): readonly [number, number] {
  const ends = curves.flatMap(({ points }) =>
    points.flatMap(({ spread }) => (spread ? [spread.p10, spread.p90] : [])),
  )
  const [low, high] = [Math.min(...ends), Math.max(...ends)]
  const from = low > 0 && low < high * 0.8 ? 0 : low
  return [from, high > from ? high : from + 1]
}

/** Draws small charts in rows of four, or of two on a telephone. */
export function partsPicture(content: PartsContent, look: PictureLook): Markup {
  const { title, summary, unit, curves, goal } = content
  const { width, font, narrow = false } = look
  const across = narrow ? 2 : 4
  const gap = font * 1.6
  const cell = { width: (width - gap * (across - 1)) / across, height: font * (narrow ? 10.5 : 11) }
  const shared =
    unit === 'share' && curves.every((curve) => curve.unit === undefined) ? limitsOf(curves) : null
  const charts = curves.map((curve, index) => {
    const x = (index % across) * (cell.width + gap)
    const y = Math.floor(index / across) * (cell.height + gap)
    const limits = shared ?? limitsOf([curve])
    return html`<g class="hr-mark-group" data-mark="${index}"><title>${content.say(curve)}</title>${drawCell(curve, { x, y, ...cell }, limits, curve.unit ?? unit, font, goal)}</g>`
  })
  const rows = Math.ceil(curves.length / across)
  return pictureFrame(look, { title, summary, height: rows * (cell.height + gap), body: charts })
}

function drawCell(
  { series, points }: PartCurve,
  cell: Cell,
  [low, high]: readonly [number, number],
  unit: string,
  font: number,
  goal: number | null,
): Markup {
  const small = font * 0.9
  const top = cell.y + font * 3.4
  const bottom = cell.y + cell.height - font * 1.5
  const right = cell.x + cell.width - font * 0.4
  const [first, last] = [points[0]?.year ?? 0, points.at(-1)?.year ?? 1]
  const placeX = (year: number) => cell.x + ((year - first) / (last - first || 1)) * (right - cell.x)
  const placeY = (value: number) => bottom - ((value - low) / (high - low)) * (bottom - top)
  const known = points.flatMap(({ year, spread }) => (spread ? [{ year, spread }] : []))
  type Known = { readonly year: number; readonly spread: Spread }
  const band = areaPath<Known>()
    .x(({ year }) => short(placeX(year)))
    .y0(({ spread }) => short(placeY(spread.p10)))
    .y1(({ spread }) => short(placeY(spread.p90)))
  const middle = line<Known>()
    .x(({ year }) => short(placeX(year)))
    .y(({ spread }) => short(placeY(spread.p50)))
  const say = ({ spread }: Known) => formatValue(spread.p50, unit, unitStep(spread.p10, spread.p90, unit))
  const [start, end] = [known[0], known.at(-1)]
  const goalLine =
    goal !== null && goal >= low && goal <= high
      ? html`<line class="hr-tick" x1="${short(cell.x)}" x2="${short(right)}" y1="${short(placeY(goal))}" y2="${short(placeY(goal))}" stroke="${PALETTE.muted}" stroke-dasharray="2 3"/>`
      : null
  const names = wrapText(series.name, Math.floor(cell.width / (font * 0.58))).slice(0, 2)
  return html`${names.map((text, index) => label(text, { x: cell.x, y: cell.y + font * (1 + 1.15 * index), font, bold: true }))}<line class="hr-tick" x1="${short(cell.x)}" x2="${short(right)}" y1="${short(bottom)}" y2="${short(bottom)}" stroke="${PALETTE.muted}"/>${goalLine}<path class="hr-band hr-band--middle" d="${band(known) ?? ''}" fill="${PALETTE.fanMiddle}"/><path class="hr-line hr-line--fan" d="${middle(known) ?? ''}" fill="none" stroke="${PALETTE.fanLine}" stroke-width="2.2"/>${start ? label(`${start.year}: ${say(start)}`, { x: cell.x, y: bottom + small * 1.3, font: small, quiet: true }) : null}${end ? label(`${end.year}: ${say(end)}`, { x: right, y: bottom + small * 1.3, font: small, anchor: 'end', quiet: true }) : null}`
}
