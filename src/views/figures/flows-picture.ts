import { html, type Markup } from '../markup.ts'
import { formatValue } from '../numbers/format-value.ts'
import { unitStep } from '../numbers/round-to-range.ts'
import { PALETTE } from '../palette.ts'
import type { Spread } from '../projection-reader.ts'
import type { PictureLook } from './figure.ts'
import { label, pictureFrame, short } from './picture-frame.ts'
import { createValueAxis, valueGrid } from './value-axis.ts'

/** People who come or go one way in a year. */
export interface YearFlow {
  readonly code: string
  readonly name: string
  readonly way: 'in' | 'out'
  readonly spread: Spread
}

/** What a picture of a year’s flows draws. */
interface FlowsContent {
  readonly title: string
  readonly summary: string
  readonly flows: readonly YearFlow[]
  readonly say: (flow: YearFlow) => string
}

/** Draws the flows of a year as bars from zero to the middle, whole for those who came, hatched for those who went, each with its range. */
export function flowsPicture({ title, summary, flows, say }: FlowsContent, look: PictureLook): Markup {
  const { width, font, narrow = false, id } = look
  const names = narrow ? 0 : font * 20
  const rowHeight = font * (narrow ? 4.2 : 2.8)
  const top = font * 3.4
  const bottom = top + flows.length * rowHeight
  const high = Math.max(...flows.map(({ spread }) => spread.p90))
  const axis = createValueAxis({ low: 0, high }, 'heads', {
    from: names + font,
    to: width - font * (narrow ? 1.5 : 7),
    marks: narrow ? 3 : 5,
  })
  const grid = valueGrid(axis, { top, bottom, above: top - font * 0.4, font })
  const bars = flows.map((flow, index) => {
    const { name, way, spread } = flow
    const y = top + rowHeight * (index + 0.5) + (narrow ? font * 0.9 : 0)
    const half = font * 0.75
    const [zero, middle, from, to] = [0, spread.p50, spread.p10, spread.p90].map(axis.place) as [
      number,
      number,
      number,
      number,
    ]
    const text = formatValue(spread.p50, 'heads', unitStep(spread.p10, spread.p90, 'heads'))
    const naming = narrow
      ? label(`${name}: ${text}`, { x: 0, y: y - half - font * 0.45, font: font * 0.95 })
      : label(name, { x: names, y: y + font * 0.35, font, anchor: 'end' })
    const value = narrow ? null : label(text, { x: to + 8, y: y + font * 0.35, font, bold: true })
    const look = way === 'in' ? 'more' : 'less'
    const fill = way === 'in' ? PALETTE.fanInner : `url(#${id}-out)`
    return html`<g class="hr-mark-group" data-mark="${index}"><title>${say(flow)}</title>${naming}<rect class="hr-step hr-step--${look}" x="${short(zero)}" y="${short(y - half)}" width="${short(Math.max(1, middle - zero))}" height="${short(half * 2)}" fill="${fill}" stroke="${PALETTE.fanLine}"/><path class="hr-whisker" d="M${short(from)} ${short(y)}H${short(to)}m0 -5v10M${short(from)} ${short(y - 5)}v10" stroke="${PALETTE.ink}" stroke-width="1.6" fill="none"/>${value}</g>`
  })
  const pattern = html`<defs><pattern id="${id}-out" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hr-hatch-paper" width="7" height="7" fill="${PALETTE.hatchTint}"/><line class="hr-hatch" x1="0" y1="0" x2="0" y2="7" stroke="${PALETTE.hatch}" stroke-width="2.4"/></pattern></defs>`
  const head = label(axis.title, { x: axis.place(0), y: font, font, quiet: true })
  return pictureFrame(look, {
    title,
    summary,
    height: bottom + font,
    body: html`${pattern}${head}${grid}${bars}`,
  })
}
