import { BACKTEST_PERCENTILES, type BacktestFamily, type ShownForecast } from '../../domain/backtest.ts'
import { ENGLAND } from '../../domain/geography.ts'
import type { FanChart } from '../fan/fan-chart.ts'
import { drawBands, drawMiddle } from '../fan/fan-paths.ts'
import { createScales } from '../fan/scales.ts'
import { html, type Markup } from '../markup.ts'
import { PALETTE, PICTURE_FONT } from '../palette.ts'
import type { Spread } from '../projection-reader.ts'

const WIDTH = 460
const HEIGHT = 280
const FONT = 13
const BOX = { left: 64, right: WIDTH - 20, top: 64, bottom: HEIGHT - 30 } as const

/** Every statistic of one value that is known. */
const certain = (value: number): Spread => ({
  central: value,
  mean: value,
  p5: value,
  p10: value,
  p25: value,
  p50: value,
  p75: value,
  p90: value,
  p95: value,
})

function spreadOf(percentiles: readonly number[]): Spread {
  const at = (percent: (typeof BACKTEST_PERCENTILES)[number]): number =>
    percentiles[BACKTEST_PERCENTILES.indexOf(percent)]!
  return {
    ...certain(at(50)),
    p5: at(5),
    p10: at(10),
    p25: at(25),
    p75: at(75),
    p90: at(90),
    p95: at(95),
  }
}

/** The chart of a past projection and of what happened, before it is drawn. */
export function pastChart({ kind }: BacktestFamily, { name, origin, points }: ShownForecast): FanChart {
  const start = { year: origin, spread: certain(points[0]!.last) }
  const curve = (label: string, style: 'fan' | 'dotted', of: (point: (typeof points)[number]) => Spread) => ({
    measure: label,
    area: ENGLAND,
    label,
    style,
    points: [start, ...points.map((point) => ({ year: origin + point.horizon, spread: of(point) }))],
  })
  return {
    title: `${name}, projected from ${origin}`,
    unit: kind === 'rate' ? 'share' : 'heads',
    firstYear: origin,
    lastYear: origin + points.at(-1)!.horizon,
    curves: [
      curve('Projected', 'fan', ({ percentiles }) => spreadOf(percentiles)),
      curve('What happened', 'dotted', ({ actual }) => certain(actual)),
    ],
  }
}

/** Draws a past projection with its ranges, and what happened as dots on a dotted line. @param id unique on its page */
export function pastFan(family: BacktestFamily, shown: ShownForecast, id: string): Markup {
  const chart = pastChart(family, shown)
  const scales = createScales(chart, BOX)
  const [fan, happened] = chart.curves
  const size = scales.axisTitle.split(', ')[1]
  const counted = family.kind === 'rate' ? '' : size ? `${family.unit}, ${size}` : family.unit
  const held = shown.points.filter(
    ({ actual, percentiles }) => actual >= percentiles[1]! && actual <= percentiles[5]!,
  ).length
  const dots = happened!.points.map(
    ({ year, spread }) =>
      html`<circle cx="${Math.round(scales.x(year) * 10) / 10}" cy="${Math.round(scales.y(spread!.p50) * 10) / 10}" r="4" fill="${PALETTE.paper}" stroke="${PALETTE.dotted}" stroke-width="2"/>`,
  )
  const values = scales.values.map(
    ({ place, label }) =>
      html`<line class="hr-grid" x1="${BOX.left}" x2="${BOX.right}" y1="${place}" y2="${place}" stroke="${PALETTE.grid}"/><text class="hr-text hr-text--quiet" x="${BOX.left - 8}" y="${place + FONT * 0.35}" font-size="${FONT}" text-anchor="end" fill="${PALETTE.muted}">${label}</text>`,
  )
  const years = scales.years.map(
    ({ place, label }) =>
      html`<text class="hr-text hr-text--quiet" x="${place}" y="${BOX.bottom + FONT * 1.5}" font-size="${FONT}" text-anchor="middle" fill="${PALETTE.muted}">${label}</text>`,
  )
  return html`<svg class="hr-picture hr-fan" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-desc" font-family="${PICTURE_FONT}">
<title id="${id}-title">${chart.title}</title><desc id="${id}-desc">Ranges of 5, 8 and 9 in 10 draws, and what happened: ${held} of ${shown.points.length} years lay inside the range of 8 in 10. The values are in the table before.</desc>
<line x1="0" x2="26" y1="10" y2="10" stroke="${PALETTE.fanLine}" stroke-width="3"/><text class="hr-text" x="32" y="15" font-size="${FONT}" fill="${PALETTE.ink}">Projected, with ranges of 5, 8 and 9 in 10</text>
<circle cx="13" cy="30" r="4" fill="${PALETTE.paper}" stroke="${PALETTE.dotted}" stroke-width="2"/><text class="hr-text" x="32" y="35" font-size="${FONT}" fill="${PALETTE.ink}">What happened</text>
<text class="hr-text hr-text--quiet" x="0" y="${BOX.top - 6}" font-size="${FONT}" fill="${PALETTE.muted}">${counted}</text>${values}${years}${drawBands(fan!, scales, id)}${drawMiddle(fan!, scales)}${drawMiddle(happened!, scales)}${dots}</svg>`
}
