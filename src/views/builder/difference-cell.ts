import { html, type Markup } from '../markup.ts'
import { NO_VALUE } from '../numbers/format-value.ts'
import { unitStep } from '../numbers/round-to-range.ts'
import type { Spread } from '../projection-reader.ts'
import { signed } from './say-difference.ts'

/** A table cell with a difference and, under it, its range. @param middle which middle: means add up, medians don’t */
export function differenceCell(spread: Spread | null, unit: string, middle: 'p50' | 'mean' = 'p50'): Markup {
  if (!spread)
    return html`<span aria-hidden="true">${NO_VALUE}</span><span class="govuk-visually-hidden">no value</span>`
  const step = unitStep(spread.p10, spread.p90, unit)
  const say = (value: number): string => signed(value, unit, step)
  const [low, high] = [say(spread.p10), say(spread.p90)]
  const range = low === high ? null : html` <span class="hr-range">${low} to ${high}</span>`
  return html`<span class="hr-middle">${say(spread[middle])}</span>${range}`
}
