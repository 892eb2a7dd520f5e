import { scaleLinear } from 'd3-scale'
import type { BacktestSummary } from '../../domain/backtest.ts'
import { html, type Markup } from '../markup.ts'
import { PALETTE, PICTURE_FONT } from '../palette.ts'

const WIDTH = 620
const HEIGHT = 340
const FONT = 14
const BOX = { left: 46, right: WIDTH - 150, top: 34, bottom: HEIGHT - 40 } as const

/** The ranges drawn: share they should hold, place in `inside`, and how their line looks. */
const LINES = [
  { level: 0.9, at: 2, dashes: '1.5 4.5', colour: PALETTE.dotted },
  { level: 0.8, at: 1, dashes: undefined, colour: PALETTE.fanLine },
  { level: 0.5, at: 0, dashes: '9 4', colour: PALETTE.hatch },
] as const

type Row = BacktestSummary & { readonly horizon: number }

const percent = (share: number): string => `${Math.round(share * 100)}%`
const place = (value: number): number => Math.round(value * 10) / 10

/**
 * Draws the share of outcomes that the 50, 80 and 90 % ranges held by years ahead, each beside a thin line at the
 * share it should hold.
 * @param rows of one family or of all, in the order of years ahead, at least one
 */
export function coverageChart(rows: readonly Row[], id: string): Markup {
  const first = rows[0]!.horizon
  const last = rows.at(-1)!.horizon
  const x = scaleLinear()
    .domain([first, Math.max(last, first + 1)])
    .range([BOX.left, BOX.right])
  const y = scaleLinear().domain([0, 1]).range([BOX.bottom, BOX.top])
  const said = LINES.map(
    ({ level, at }) =>
      `Range of ${percent(level)}: held ${percent(rows[0]!.inside[at])} of outcomes ${first} year ahead, ${percent(rows.at(-1)!.inside[at])} ${last} years ahead.`,
  )
  const grid = [0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      html`<line class="hr-grid" x1="${BOX.left}" x2="${BOX.right}" y1="${place(y(share))}" y2="${place(y(share))}" stroke="${PALETTE.grid}"/><text class="hr-text hr-text--quiet" x="${BOX.left - 8}" y="${place(y(share)) + 5}" font-size="${FONT}" text-anchor="end" fill="${PALETTE.muted}">${percent(share)}</text>`,
  )
  const years = rows.map(
    ({ horizon }) =>
      html`<text class="hr-text hr-text--quiet" x="${place(x(horizon))}" y="${BOX.bottom + 20}" font-size="${FONT}" text-anchor="middle" fill="${PALETTE.muted}">${horizon}</text>`,
  )
  const lines = LINES.map(({ level, at, dashes, colour }) => {
    const points = rows.map(({ horizon, inside }) => `${place(x(horizon))},${place(y(inside[at]))}`)
    const target = place(y(level))
    return html`<line x1="${BOX.left}" x2="${BOX.right}" y1="${target}" y2="${target}" stroke="${colour}" stroke-width="1" stroke-opacity="0.6"/><polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="3"${dashes ? html` stroke-dasharray="${dashes}"` : null}/><text class="hr-text" x="${BOX.right + 10}" y="${target + 5}" font-size="${FONT}" font-weight="700" fill="${colour}">range of ${percent(level)}</text>`
  })
  return html`<svg class="hr-picture hr-fan" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-desc" font-family="${PICTURE_FONT}">
<title id="${id}-title">Share of outcomes inside each range, by years ahead</title><desc id="${id}-desc">${said.join(' ')} Thin lines mark what each should hold.</desc>
<text class="hr-text hr-text--quiet" x="0" y="${FONT}" font-size="${FONT}" fill="${PALETTE.muted}">Outcomes inside</text>${grid}${years}<text class="hr-text hr-text--quiet" x="${BOX.right}" y="${HEIGHT - 4}" font-size="${FONT}" text-anchor="end" fill="${PALETTE.muted}">Years ahead</text>
${lines}</svg>`
}
