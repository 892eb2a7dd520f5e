import { BACKTEST_PERCENTILES, type BacktestFamily, type ShownForecast } from '../../domain/backtest.ts'
import { ENGLAND } from '../../domain/geography.ts'
import type { FanChart } from '../fan/fan-chart.ts'
import { drawBands, drawMiddle } from '../fan/fan-paths.ts'
import { createScales } from '../fan/scales.ts'
import type { PictureLook } from '../figures/figure.ts'
import { label, pictureFrame, short } from '../figures/picture-frame.ts'
import { html, type Markup } from '../markup.ts'
import { PALETTE } from '../palette.ts'
import type { Spread } from '../projection-reader.ts'

/** It stands beside its table, so it is no wider than that. */
const WIDEST = 480
const HEIGHT = 280

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

/** What a picture of a past projection draws. */
interface PastContent {
  readonly title: string
  readonly summary: string
  readonly family: BacktestFamily
  readonly shown: ShownForecast
}

/** Draws a past projection with its ranges, and what happened as dots on a dotted line. */
export function pastPicture({ title, summary, family, shown }: PastContent, look: PictureLook): Markup {
  const { id, font } = look
  const width = Math.min(look.width, WIDEST)
  const box = { left: font * 4.9, right: width - 20, top: font * 5, bottom: HEIGHT - font * 2.3 }
  const chart = pastChart(family, shown)
  const scales = createScales(chart, box)
  const [fan, happened] = chart.curves
  const size = scales.axisTitle.split(', ')[1]
  const counted = family.kind === 'rate' ? '' : size ? `${family.unit}, ${size}` : family.unit
  const dots = happened!.points.map(({ year, spread }, index) => {
    const dot = html`<circle class="hr-end hr-end--dotted" cx="${short(scales.x(year))}" cy="${short(scales.y(spread!.p50))}" r="4" fill="${PALETTE.paper}" stroke="${PALETTE.dotted}" stroke-width="2"/>`
    // the first is what was known, and no row of the table
    return index === 0 ? dot : html`<g class="hr-mark-group" data-mark="${index - 1}">${dot}</g>`
  })
  const values = scales.values.map(
    ({ place, label: text }) =>
      html`<line class="hr-grid" x1="${short(box.left)}" x2="${short(box.right)}" y1="${short(place)}" y2="${short(place)}" stroke="${PALETTE.grid}"/>${label(text, { x: box.left - 8, y: place + font * 0.35, font, anchor: 'end', quiet: true })}`,
  )
  const years = scales.years.map(({ place, label: text }) =>
    label(text, { x: place, y: box.bottom + font * 1.5, font, anchor: 'middle', quiet: true }),
  )
  const key = html`<line class="hr-line hr-line--fan" x1="0" x2="26" y1="${short(font * 0.75)}" y2="${short(font * 0.75)}" stroke="${PALETTE.fanLine}" stroke-width="3"/>${label('Projected, with 5, 8 and 9 in 10', { x: 32, y: font * 1.1, font })}<circle class="hr-end hr-end--dotted" cx="13" cy="${short(font * 2.3)}" r="4" fill="${PALETTE.paper}" stroke="${PALETTE.dotted}" stroke-width="2"/>${label('What happened', { x: 32, y: font * 2.65, font })}`
  const body = html`${key}${label(counted, { x: 0, y: box.top - font * 0.6, font, quiet: true })}${values}${years}${drawBands(fan!, scales, id)}${drawMiddle(fan!, scales)}${drawMiddle(happened!, scales)}${dots}`
  return pictureFrame({ ...look, width }, { title, summary, height: HEIGHT, body })
}
