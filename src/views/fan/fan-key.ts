import { html, type Markup } from '../markup.ts'
import { PALETTE } from '../palette.ts'
import type { CurveStyle, FanChart } from './fan-chart.ts'
import { startsAtCount } from './fan-paths.ts'
import { pastKey } from './past-marks.ts'

interface KeyItem {
  readonly text: string
  readonly swatch: (x: number, y: number) => Markup
}

const SWATCH = 26

const dot = (x: number, y: number) =>
  html`<circle class="hr-dot" cx="${x + SWATCH / 2}" cy="${y - 5}" r="5" fill="${PALETTE.fanLine}"/>`

const box = (fill: string, name: string) => (x: number, y: number) =>
  html`<rect class="hr-band hr-band--${name}" x="${x}" y="${y - 11}" width="${SWATCH}" height="13" fill="${fill}"/>`

const stroke = (style: CurveStyle, colour: string, dashes?: string) => (x: number, y: number) =>
  html`<line class="hr-line hr-line--${style}" x1="${x}" x2="${x + SWATCH}" y1="${y - 5}" y2="${y - 5}" stroke="${colour}" stroke-width="2.5"${dashes ? html` stroke-dasharray="${dashes}"` : null}/>`

function keyItems(chart: FanChart, hatchId: string): readonly KeyItem[] {
  const several = chart.curves.length > 1
  const curves = chart.curves.flatMap((curve): KeyItem[] => {
    const { style, label } = curve
    const name = several ? `${label}: ` : ''
    if (style === 'hatched')
      return [
        {
          text: `${label}: middle, 8 in 10`,
          swatch: (x, y) =>
            html`${box(`url(#${hatchId})`, style)(x, y)}${stroke(style, PALETTE.hatch, '9 4')(x, y)}`,
        },
      ]
    if (style === 'dotted')
      return [
        {
          text: `${label}: middle, 8 in 10`,
          swatch: (x, y) =>
            html`${box(PALETTE.dottedTint, style)(x, y)}${stroke(style, PALETTE.dotted, '1.5 4.5')(x, y)}`,
        },
      ]
    return [
      ...(startsAtCount(curve) ? [{ text: `last count, ${chart.firstYear}`, swatch: dot }] : []),
      { text: `${name}middle`, swatch: stroke(style, PALETTE.fanLine) },
      { text: '5 in 10', swatch: box(PALETTE.fanInner, 'inner') },
      { text: '8 in 10', swatch: box(PALETTE.fanMiddle, 'middle') },
      { text: '9 in 10 runs', swatch: box(PALETTE.fanOuter, 'outer') },
    ]
  })
  return [...curves, ...(chart.past ? pastKey(chart.past) : [])]
}

/** The key of a chart, laid out in as many rows as its width needs. */
export function drawKey(
  chart: FanChart,
  hatchId: string,
  size: { readonly width: number; readonly font: number },
): { readonly markup: Markup; readonly height: number } {
  const rowHeight = size.font * 1.6
  let [x, row] = [0, 0]
  const drawn = keyItems(chart, hatchId).map((item) => {
    const width = SWATCH + 6 + item.text.length * size.font * 0.58 + 16
    if (x > 0 && x + width > size.width) [x, row] = [0, row + 1]
    const y = row * rowHeight + size.font
    const place = x
    x += width
    return html`${item.swatch(place, y)}<text class="hr-text" x="${place + SWATCH + 6}" y="${y}" font-size="${size.font}" fill="${PALETTE.ink}">${item.text}</text>`
  })
  return { markup: html`<g class="hr-key">${drawn}</g>`, height: (row + 1) * rowHeight }
}
