import { scaleLinear } from 'd3-scale'
import type { BacktestSummary } from '../../domain/backtest.ts'
import type { PictureLook } from '../figures/figure.ts'
import { label, pictureFrame, short } from '../figures/picture-frame.ts'
import { html, type Markup } from '../markup.ts'
import { PALETTE } from '../palette.ts'

/** A line of a table of results: one number of years ahead. */
export type HorizonRow = BacktestSummary & { readonly horizon: number }

/** The ranges drawn: share they should hold, place in `inside`, and how their line looks. */
const LINES = [
  { level: 0.9, at: 2, dashes: '1.5 4.5', colour: PALETTE.dotted, style: 'dotted' },
  { level: 0.8, at: 1, dashes: undefined, colour: PALETTE.fanLine, style: 'fan' },
  { level: 0.5, at: 0, dashes: '9 4', colour: PALETTE.hatch, style: 'hatched' },
] as const

const WIDEST = 700

const percent = (share: number): string => `${Math.round(share * 100)}%`

/**
 * Draws the share of outcomes that the 50, 80 and 90 % ranges held by years ahead, each beside a thin line at the
 * share it should hold.
 * @param rows in the order of years ahead, at least one
 */
export function coveragePicture(
  {
    title,
    summary,
    rows,
  }: { readonly title: string; readonly summary: string; readonly rows: readonly HorizonRow[] },
  look: PictureLook,
): Markup {
  const { font, narrow = false } = look
  const width = Math.min(look.width, WIDEST)
  const height = narrow ? 300 : 340
  const box = {
    left: font * 3.8,
    right: width - font * (narrow ? 5.5 : 10),
    top: font * 2.5,
    bottom: height - font * 3,
  }
  const first = rows[0]!.horizon
  const last = rows.at(-1)!.horizon
  const x = scaleLinear()
    .domain([first, Math.max(last, first + 1)])
    .range([box.left + font, box.right])
  const y = scaleLinear().domain([0, 1]).range([box.bottom, box.top])
  const grid = [0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      html`<line class="hr-grid" x1="${short(box.left)}" x2="${short(box.right)}" y1="${short(y(share))}" y2="${short(y(share))}" stroke="${PALETTE.grid}"/>${label(percent(share), { x: box.left - 8, y: y(share) + font * 0.35, font, anchor: 'end', quiet: true })}`,
  )
  const lines = LINES.map(({ level, at, dashes, colour, style }) => {
    const points = rows.map(({ horizon, inside }) => `${short(x(horizon))},${short(y(inside[at]))}`)
    const target = short(y(level))
    const name = narrow ? percent(level) : `range of ${percent(level)}`
    return html`<line class="hr-line--${style}" x1="${short(box.left)}" x2="${short(box.right)}" y1="${target}" y2="${target}" stroke="${colour}" stroke-width="1" stroke-opacity="0.6"/><polyline class="hr-line hr-line--${style}" points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="3"${dashes ? html` stroke-dasharray="${dashes}"` : null}/><text class="hr-text hr-label--${style}" x="${short(box.right + 10)}" y="${short(y(level) + font * 0.35)}" font-size="${font}" font-weight="700" fill="${colour}">${name}</text>`
  })
  const marks = rows.map(
    ({ horizon, inside }, index) =>
      html`<g class="hr-mark-group" data-mark="${index}">${LINES.map(({ at, style, colour }) => html`<circle class="hr-end hr-end--${style}" cx="${short(x(horizon))}" cy="${short(y(inside[at]))}" r="4" fill="${PALETTE.paper}" stroke="${colour}" stroke-width="2"/>`)}${label(String(horizon), { x: x(horizon), y: box.bottom + font * 1.4, font, anchor: 'middle', quiet: true })}</g>`,
  )
  const body = html`${label('Outcomes inside', { x: 0, y: font, font, quiet: true })}${grid}${lines}${marks}${label('Years ahead', { x: box.right, y: height - font * 0.3, font, anchor: 'end', quiet: true })}`
  return pictureFrame({ ...look, width }, { title, summary, height, body })
}
