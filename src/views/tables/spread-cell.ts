import { html, type Markup } from '../markup.ts'
import { formatValue, NO_VALUE } from '../numbers/format-value.ts'
import { unitStep } from '../numbers/round-to-range.ts'
import type { Spread } from '../projection-reader.ts'

/** A value as a table shows it: the middle and the range of eight runs in ten, rounded alike. */
export interface SpreadText {
  readonly middle: string
  /** Null where the range is a point. */
  readonly range: string | null
}

/** Rounds and writes the middle and range of a value. */
export function spreadText(spread: Spread, unit: string): SpreadText {
  const step = unitStep(spread.p10, spread.p90, unit)
  const say = (value: number) => formatValue(value, unit, step)
  const [middle, low, high] = [say(spread.p50), say(spread.p10), say(spread.p90)]
  return { middle, range: low === high ? null : `${low} to ${high}` }
}

/** A table cell with a value and, under it, its range. */
export function spreadCell(spread: Spread | null, unit: string): Markup {
  if (!spread)
    return html`<span aria-hidden="true">${NO_VALUE}</span><span class="govuk-visually-hidden">no value</span>`
  const { middle, range } = spreadText(spread, unit)
  return html`<span class="hr-middle">${middle}</span>${range ? html` <span class="hr-range">${range}</span>` : null}`
}
