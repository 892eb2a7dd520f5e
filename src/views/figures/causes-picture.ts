import { html, type Markup } from '../markup.ts'
import { formatValue } from '../numbers/format-value.ts'
import { tableStep } from '../numbers/round-to-range.ts'
import { PALETTE } from '../palette.ts'
import type { Spread } from '../projection-reader.ts'
import { wrapText } from '../wrap-text.ts'
import type { PictureLook } from './figure.ts'
import { label, pictureFrame, short } from './picture-frame.ts'
import { createValueAxis, valueGrid } from './value-axis.ts'

/** One step of a change: people at the start or the end, or people who came or went. */
export interface CauseStep {
  readonly code: string
  readonly name: string
  readonly kind: 'stock' | 'flow'
  /** People; below zero where they went. Means of all draws, which add up. */
  readonly people: number
  /** Range, of the sign of `people`; null for a flow over several years, whose range a run does not hold. */
  readonly range: Pick<Spread, 'p10' | 'p90'> | null
}

/** What a change draws. */
interface CausesContent {
  readonly title: string
  readonly summary: string
  readonly steps: readonly CauseStep[]
  readonly say: (step: CauseStep) => string
  /** Which bars have a range, and which none. */
  readonly key: string
}

/** A step with the people before and after it. */
export interface PlacedStep extends CauseStep {
  readonly from: number
  readonly to: number
}

/** Where each step begins and ends: stocks stand on zero, flows on where the one before ended. */
export function placeSteps(steps: readonly CauseStep[]): readonly PlacedStep[] {
  let level = 0
  return steps.map((step) => {
    const from = step.kind === 'stock' ? 0 : level
    level = from + step.people
    return { ...step, from, to: level }
  })
}

/** Where the range of a step lies on the scale, least first; empty where none is known. */
const rangeOf = ({ kind, from, range }: PlacedStep): readonly number[] => {
  const start = kind === 'stock' ? 0 : from
  return range ? [start + range.p10, start + range.p90] : []
}

/**
 * Draws the steps of a change as bars from left to right, each where the one before ended. Those who came are whole,
 * those who went hatched, stocks dark; bars whose range is known carry it, and words below say which don’t.
 */
export function causesPicture({ title, summary, steps, say, key }: CausesContent, look: PictureLook): Markup {
  const { width, font, narrow = false, id } = look
  const placed = placeSteps(steps)
  const rowHeight = font * (narrow ? 4.2 : 3)
  const names = narrow ? 0 : font * 22
  const top = font * 3.4
  const bottom = top + placed.length * rowHeight
  const high = Math.max(...placed.flatMap((step) => [step.from, step.to, ...rangeOf(step)]))
  const axis = createValueAxis({ low: 0, high }, 'heads', {
    from: names + font,
    to: width - font * (narrow ? 1 : 7),
    marks: narrow ? 3 : 5,
  })
  const grid = valueGrid(axis, { top, bottom, above: top - font * 0.4, font })
  const head = label(axis.title, { x: axis.place(0), y: font, font, quiet: true })
  const bars = placed.map((step, index) => {
    const { from, to, kind, people } = step
    const [low, high] = rangeOf(step).map(axis.place)
    const y = top + rowHeight * (index + 0.5) + (narrow ? font * 0.9 : 0)
    const half = font * 0.75
    const [left, right] = [axis.place(Math.min(from, to)), axis.place(Math.max(from, to))]
    const shade = kind === 'stock' ? 'stock' : people < 0 ? 'less' : 'more'
    const fill = { stock: PALETTE.fanLine, more: PALETTE.fanInner, less: `url(#${id}-less)` }[shade]
    const next = placed[index + 1]
    const joint =
      next && axis.place(to) > names
        ? html`<line class="hr-leader" x1="${short(axis.place(to))}" x2="${short(axis.place(to))}" y1="${short(y + half)}" y2="${short(y + rowHeight - half)}" stroke="${PALETTE.muted}" stroke-dasharray="2 2"/>`
        : null
    const whisker =
      low !== undefined && high !== undefined && low !== high
        ? html`<path class="hr-whisker" d="M${short(low)} ${short(y + half + 5)}H${short(high)}m0 -4v8M${short(low)} ${short(y + half + 1)}v8" stroke="${PALETTE.ink}" stroke-width="1.6" fill="none"/>`
        : null
    const number = formatValue(Math.abs(people), 'heads', tableStep(people, people))
    const text = kind === 'stock' ? number : `${people < 0 ? '−' : '+'}${number}`
    const lines = narrow ? [`${step.name}: ${text}`] : wrapText(step.name, 34)
    const naming = narrow
      ? label(lines[0] ?? '', { x: 0, y: y - half - font * 0.45, font: font * 0.95 })
      : lines.map((line, at) =>
          label(line, {
            x: names,
            y: y + font * (0.35 + 1.1 * (at - (lines.length - 1) / 2)),
            font,
            anchor: 'end',
          }),
        )
    const value = narrow
      ? null
      : label(text, {
          x: Math.max(right, high ?? 0) + 8,
          y: y + font * 0.35,
          font,
          bold: true,
        })
    return html`<g class="hr-mark-group" data-mark="${index}"><title>${say(step)}</title>${naming}<rect class="hr-step hr-step--${shade}" x="${short(left)}" y="${short(y - half)}" width="${short(Math.max(1, right - left))}" height="${short(half * 2)}" fill="${fill}" stroke="${PALETTE.fanLine}"/>${whisker}${value}</g>${joint}`
  })
  const pattern = html`<defs><pattern id="${id}-less" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hr-hatch-paper" width="7" height="7" fill="${PALETTE.hatchTint}"/><line class="hr-hatch" x1="0" y1="0" x2="0" y2="7" stroke="${PALETTE.hatch}" stroke-width="2.4"/></pattern></defs>`
  const words = wrapText(key, width / (font * 0.56)).map((line, index) =>
    label(line, { x: 0, y: bottom + font * (2 + 1.35 * index), font, quiet: true }),
  )
  return pictureFrame(look, {
    title,
    summary,
    height: bottom + font * (1.6 + 1.35 * words.length),
    body: html`${pattern}${head}${grid}${bars}${words}`,
  })
}
