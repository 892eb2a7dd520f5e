import type { Statistic } from '../../domain/projection.ts'
import { html, type Markup } from '../markup.ts'
import { PALETTE } from '../palette.ts'
import type { Curve, CurvePoint } from './fan-chart.ts'
import type { Scales } from './scales.ts'
import { areaPath, linePath } from './straight-path.ts'

const band = (points: readonly CurvePoint[], { x, y }: Scales, from: Statistic, to: Statistic): string =>
  areaPath(points.map(({ year, spread }) => spread && [x(year), y(spread[from]), y(spread[to])]))

const trace = (points: readonly CurvePoint[], { x, y }: Scales, statistic: Statistic): string =>
  linePath(points.map(({ year, spread }) => spread && [x(year), y(spread[statistic])]))

/** The hatching of a need band; one definition per picture. */
export const hatching = (id: string): Markup =>
  html`<pattern id="${id}" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hr-hatch-paper" width="7" height="7" fill="${PALETTE.hatchTint}" fill-opacity="0.65"/><line class="hr-hatch" x1="0" y1="0" x2="0" y2="7" stroke="${PALETTE.hatch}" stroke-width="1.6" stroke-opacity="0.6"/></pattern>`

/** The bands of a curve, widest first. A fan has three; hatched and dotted curves have the middle one. */
export function drawBands({ style, points }: Curve, scales: Scales, hatchId: string): Markup {
  if (style === 'fan')
    return html`<path class="hr-band hr-band--outer" d="${band(points, scales, 'p5', 'p95')}" fill="${PALETTE.fanOuter}"/><path class="hr-band hr-band--middle" d="${band(points, scales, 'p10', 'p90')}" fill="${PALETTE.fanMiddle}"/><path class="hr-band hr-band--inner" d="${band(points, scales, 'p25', 'p75')}" fill="${PALETTE.fanInner}"/>`
  const [fill, opacity] = style === 'hatched' ? [`url(#${hatchId})`, 1] : [PALETTE.dottedTint, 0.55]
  return html`<path class="hr-band hr-band--${style}" d="${band(points, scales, 'p10', 'p90')}" fill="${fill}" fill-opacity="${opacity}"/>`
}

/** The edges of a hatched or dotted band, which stay in sight where bands lie over one another. */
export function drawEdges({ style, points }: Curve, scales: Scales): Markup | null {
  if (style === 'fan') return null
  const [stroke, dashes] = style === 'hatched' ? [PALETTE.hatch, '6 3'] : [PALETTE.dotted, '1 3']
  return html`<path class="hr-edge hr-edge--${style}" d="${trace(points, scales, 'p10')}${trace(points, scales, 'p90')}" fill="none" stroke="${stroke}" stroke-width="1.2" stroke-dasharray="${dashes}"/>`
}

/** The middle of a curve: whole for a fan, dashed for a hatched one, dotted for a dotted one. */
export function drawMiddle({ style, points }: Curve, scales: Scales): Markup {
  const looks = {
    fan: [PALETTE.fanLine, 3, undefined],
    hatched: [PALETTE.hatch, 2.5, '9 4'],
    dotted: [PALETTE.dotted, 2.5, '1.5 4.5'],
  } as const
  const [stroke, width, dashes] = looks[style]
  const dashing = dashes ? html` stroke-dasharray="${dashes}" stroke-linecap="round"` : null
  return html`<path class="hr-line hr-line--${style}" d="${trace(points, scales, 'p50')}" fill="none" stroke="${stroke}" stroke-width="${width}"${dashing}/>`
}

/** Measures whose first value is a count of staff and not worked out. */
const COUNTED = ['supply_heads', 'supply_fte', 'fte_at_work']

/** Whether a curve starts at a count: what was there, and not what might come. */
export const startsAtCount = ({ measure, style, points }: Curve): boolean =>
  style === 'fan' && COUNTED.includes(measure) && points[0]?.spread != null

/** The dot at the last count, where a curve starts at one. */
export function drawLastCount(curve: Curve, scales: Scales): Markup | null {
  const [first] = curve.points
  if (!first?.spread || !startsAtCount(curve)) return null
  return html`<circle class="hr-dot" cx="${Math.round(scales.x(first.year))}" cy="${Math.round(scales.y(first.spread.p50) * 10) / 10}" r="5" fill="${PALETTE.fanLine}"/>`
}
