import type { PastPoint, PastProjection, PublishedPast } from '../../domain/published-past.ts'
import { html, type Markup } from '../markup.ts'
import { PALETTE } from '../palette.ts'
import type { Scales } from './scales.ts'
import { areaPath, linePath } from './straight-path.ts'

const place = (value: number): number => Math.round(value * 10) / 10

interface Edge {
  readonly at: number
  readonly low: number
  readonly middle: number
  readonly high: number
}

/** Days of a past projection, the last count first, which is certain. */
const edges = ({ origin, points }: PastProjection): readonly Edge[] => [
  { at: origin.at, low: origin.value, middle: origin.value, high: origin.value },
  ...points.map(({ at, p10, p50, p90 }: PastPoint) => ({ at, low: p10, middle: p50, high: p90 })),
]

function drawProjection(projection: PastProjection, { x, y }: Scales): Markup {
  const days = edges(projection)
  const band = areaPath(days.map(({ at, low, high }) => [x(at), y(low), y(high)]))
  const trace = (of: (edge: Edge) => number): string =>
    linePath(days.map((edge) => [x(edge.at), y(of(edge))]))
  return html`<path class="hr-past-band" d="${band}" fill="${PALETTE.grid}" fill-opacity="0.55"/><path class="hr-past-edge" d="${trace(({ low }) => low)}${trace(({ high }) => high)}" fill="none" stroke="${PALETTE.muted}" stroke-width="1"/><path class="hr-past-middle" d="${trace(({ middle }) => middle)}" fill="none" stroke="${PALETTE.muted}" stroke-width="1.5" stroke-dasharray="3 2.5"/>`
}

/** A published count: a dot, small enough that years stay apart. */
const dot = (x: number, y: number, radius: number): Markup =>
  html`<circle class="hr-past-dot" cx="${place(x)}" cy="${place(y)}" r="${radius}" fill="${PALETTE.ink}"/>`

/** The last count that a past projection knew: a square. */
const square = (x: number, y: number, half: number): Markup =>
  html`<rect class="hr-past-origin" x="${place(x - half)}" y="${place(y - half)}" width="${2 * half}" height="${2 * half}" fill="${PALETTE.paper}" stroke="${PALETTE.ink}" stroke-width="1.5"/>`

/**
 * Draws the published past: a dot a count, a square where a projection started, and of each projection the range of
 * 8 in 10 as a grey outline with a dashed middle, unlike any range of the run.
 */
export function drawPast({ counts, projections }: PublishedPast, scales: Scales, font: number): Markup {
  const radius = place(font * 0.17)
  return html`<g class="hr-past">${projections.map((one) => drawProjection(one, scales))}${counts.map(({ at, value }) => dot(scales.x(at), scales.y(value), radius))}${projections.map(({ origin }) => square(scales.x(origin.at), scales.y(origin.value), radius * 1.7))}</g>`
}

/** The past’s part of the key: what to say, and the mark beside it. */
export function pastKey({
  counts,
  projections,
}: PublishedPast): readonly { readonly text: string; readonly swatch: (x: number, y: number) => Markup }[] {
  const years = projections.map(({ origin }) => origin.code.slice(0, 4)).join(', ')
  return [
    {
      text: counts[0]?.when.includes(' ') ? 'counted each September' : 'counted each year',
      swatch: (x, y) => html`${[4, 13, 22].map((step) => dot(x + step, y - 5, 2.5))}`,
    },
    ...(projections.length === 0
      ? []
      : [
          {
            text: `projected from ${years}: 8 in 10`,
            swatch: (x: number, y: number) =>
              html`<rect class="hr-past-band" x="${x}" y="${y - 11}" width="26" height="13" fill="${PALETTE.grid}" fill-opacity="0.55"/><path class="hr-past-edge" d="M${x} ${y - 11}H${x + 26}M${x} ${y + 2}H${x + 26}" stroke="${PALETTE.muted}" stroke-width="1"/><path class="hr-past-middle" d="M${x} ${y - 4.5}H${x + 26}" stroke="${PALETTE.muted}" stroke-width="1.5" stroke-dasharray="3 2.5"/>${square(x + 5, y - 4.5, 4)}`,
          },
        ]),
  ]
}
