import { html, type Markup } from '../markup.ts'
import { formatValue, sayNumber } from '../numbers/format-value.ts'
import { unitStep } from '../numbers/round-to-range.ts'
import { PALETTE, PICTURE_FONT } from '../palette.ts'
import type { Spread } from '../projection-reader.ts'
import { wrapText } from '../wrap-text.ts'
import { describeFan } from './describe-fan.ts'
import type { FanChart } from './fan-chart.ts'
import { drawKey } from './fan-key.ts'
import { drawBands, drawEdges, drawLastCount, drawMiddle, hatching } from './fan-paths.ts'
import { drawPast } from './past-marks.ts'
import { axisNote, createScales, firstDrawn, type PlotBox, type Scales } from './scales.ts'
import { spreadLabels } from './spread-labels.ts'

/** How a chart is drawn. */
export interface FanLook {
  /** Prefix of the identifiers in the picture, unique on its page. */
  readonly id: string
  readonly width: number
  readonly height: number
  /** Size of text in picture units. */
  readonly font: number
  /** Room for the labels at the right end of the curves, in picture units. */
  readonly labels: number
  /** True for a picture that is a file of its own: it then brings its title and background. */
  readonly standalone?: boolean
}

/** Sizes for a page column, a telephone and a half-page of a report. */
export const FAN_LOOKS = {
  wide: { width: 620, height: 500, font: 14, labels: 128 },
  narrow: { width: 330, height: 400, font: 12.5, labels: 86 },
  report: { width: 700, height: 330, font: 13, labels: 128 },
} as const satisfies Record<string, Omit<FanLook, 'id'>>

/** Draws a chart as SVG: title and description inside, axes, bands, middles, labels at the ends. */
export function fanSvg(chart: FanChart, look: FanLook): Markup {
  const { id, width, height, font } = look
  const hatchId = `${id}-hatch`
  const key = drawKey(chart, hatchId, { width, font })
  const titleLines = look.standalone ? wrapText(chart.title, width / (font * 0.62)) : []
  const titleRoom = titleLines.length * font * 1.35 + (look.standalone ? font * 0.6 : 0)
  const box: PlotBox = {
    left: font * 0.62 * labelLength(chart) + 12,
    right: width - look.labels,
    top: titleRoom + key.height + font * 2.3,
    bottom: height - font * 2,
  }
  const scales = createScales(chart, box)
  const title = look.standalone
    ? html`<rect width="${width}" height="${height}" fill="${PALETTE.paper}"/>${titleLines.map((text, index) => html`<text x="0" y="${font * (1.2 + 1.35 * index)}" font-size="${font * 1.1}" font-weight="700" fill="${PALETTE.ink}">${text}</text>`)}`
    : null
  const drawn = [...chart.curves].reverse()
  const fans = drawn.filter(({ style }) => style === 'fan')
  const others = drawn.filter(({ style }) => style !== 'fan')
  const note = axisNote(chart, scales)
  return html`<svg class="hr-picture hr-fan" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-desc" font-family="${PICTURE_FONT}" data-first="${firstDrawn(chart)}" data-last="${chart.lastYear}" data-left="${box.left}" data-right="${box.right}">
<title id="${id}-title">${chart.title}</title><desc id="${id}-desc">${describeFan(chart)}${note ? ` ${note}` : ''}</desc><defs>${hatching(hatchId)}</defs>
${title}<g transform="translate(0 ${titleRoom})">${key.markup}</g>
${drawAxes(scales, box, font)}
${chart.past ? drawPast(chart.past, scales, font) : null}${others.map((curve) => drawBands(curve, scales, hatchId))}${fans.map((curve) => drawBands(curve, scales, hatchId))}
${others.map((curve) => drawEdges(curve, scales))}${others.map((curve) => drawMiddle(curve, scales))}${fans.map((curve) => drawMiddle(curve, scales))}
${chart.curves.map((curve) => drawLastCount(curve, scales))}<line class="hr-marker" x1="${box.left}" x2="${box.left}" y1="${box.top}" y2="${box.bottom}" stroke="${PALETTE.ink}" stroke-width="1.5" visibility="hidden"/>
${drawLabels(chart, scales, box, look)}</svg>`
}

/** Characters of the longest label of the value axis, for the room it needs. */
function labelLength(chart: FanChart): number {
  const trial = createScales(chart, { left: 0, right: 1, top: 0, bottom: 1 })
  return Math.max(...trial.values.map(({ label }) => label.length), 2)
}

function drawAxes(scales: Scales, box: PlotBox, font: number): Markup {
  const values = scales.values.map(
    (tick) =>
      html`<line class="hr-grid${tick.value === 0 ? ' hr-grid--zero' : ''}" x1="${box.left}" x2="${box.right}" y1="${tick.place}" y2="${tick.place}" stroke="${tick.value === 0 ? PALETTE.ink : PALETTE.grid}"/><text class="hr-text hr-text--quiet" x="${box.left - 8}" y="${tick.place + font * 0.35}" font-size="${font}" text-anchor="end" fill="${PALETTE.muted}">${tick.label}</text>`,
  )
  const years = scales.years.map(
    (tick) =>
      html`<line class="hr-tick" x1="${tick.place}" x2="${tick.place}" y1="${box.bottom}" y2="${box.bottom + 5}" stroke="${PALETTE.muted}"/><text class="hr-text hr-text--quiet" x="${tick.place}" y="${box.bottom + font * 1.5}" font-size="${font}" text-anchor="middle" fill="${PALETTE.muted}">${tick.label}</text>`,
  )
  return html`<g class="hr-axes"><text class="hr-text hr-text--quiet" x="0" y="${box.top - font}" font-size="${font}" fill="${PALETTE.muted}">${scales.axisTitle}</text>${values}<line class="hr-tick" x1="${box.left}" x2="${box.right}" y1="${box.bottom}" y2="${box.bottom}" stroke="${PALETTE.muted}"/>${years}</g>`
}

const LABEL_INK = { fan: PALETTE.fanLine, hatched: PALETTE.hatch, dotted: PALETTE.dotted } as const

/** A label, or its first word where there is no room for more. */
const fitLabel = (label: string, room: number, font: number): string =>
  label.length * font * 0.66 > room ? (label.split(' ')[0] ?? label) : label

function drawLabels(chart: FanChart, scales: Scales, box: PlotBox, look: FanLook): Markup {
  const { font } = look
  const room = look.labels - 12
  const ends = chart.curves.flatMap((curve) => {
    const spread = curve.points.at(-1)?.spread
    return spread ? [{ curve, spread, wanted: scales.y(spread.p50) }] : []
  })
  const places = spreadLabels(ends, font * 2.7, box.top + font, box.bottom - font * 1.3)
  const labels = ends.map(({ curve, spread, wanted }, index) => {
    const y = places[index] ?? wanted
    const colour = LABEL_INK[curve.style]
    const leader = html`<path class="hr-leader" d="M${box.right + 2} ${wanted}L${box.right + 9} ${y}" stroke="${colour}" fill="none"/>`
    const name = chart.curves.length > 1 ? fitLabel(curve.label, room, font) : String(chart.lastYear)
    return html`${leader}<text class="hr-text hr-label--${curve.style}" x="${box.right + 12}" y="${y}" font-size="${font}" font-weight="700" fill="${colour}">${name}<tspan x="${box.right + 12}" dy="${font * 1.15}" font-weight="400">${endValue(spread, chart.unit)}</tspan></text>`
  })
  return html`<g class="hr-labels">${labels}</g>`
}

function endValue(spread: Spread, unit: string): string {
  const step = unitStep(spread.p10, spread.p90, unit)
  return spread.p50 >= 1_000_000 && unit !== 'gbp'
    ? sayNumber(spread.p50, Math.max(step, 10_000))
    : formatValue(spread.p50, unit, step)
}
