import { html, type Markup } from '../markup.ts'
import { PALETTE } from '../palette.ts'
import type { Spread } from '../projection-reader.ts'

/** The width of a bar in picture units. */
const WIDTH = 150

/**
 * A small picture of a range on a shared scale: a bar for eight runs in ten, a mark at the middle, a
 * line where need is met. Hidden from screen readers, since the table says the same in figures.
 * @param limits ends of the scale that all rows share
 */
export function rangeBar(
  spread: Spread,
  limits: { readonly low: number; readonly high: number },
  goal: number,
): Markup {
  const place = (value: number) => {
    const share = (value - limits.low) / (limits.high - limits.low || 1)
    return Math.round(Math.min(1, Math.max(0, share)) * (WIDTH - 6) * 10) / 10 + 3
  }
  const [low, middle, high] = [place(spread.p10), place(spread.p50), place(spread.p90)]
  const line =
    goal >= limits.low && goal <= limits.high
      ? html`<line class="hr-tick" x1="${place(goal)}" x2="${place(goal)}" y1="0" y2="20" stroke="${PALETTE.ink}" stroke-dasharray="2 2"/>`
      : null
  return html`<svg class="hr-bar" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} 20" width="${WIDTH}" height="20" aria-hidden="true" focusable="false">${line}<rect class="hr-band hr-band--middle" x="${low}" y="6" width="${Math.max(1, Math.round((high - low) * 10) / 10)}" height="8" fill="${PALETTE.fanMiddle}"/><rect class="hr-bar__middle" x="${middle - 1.5}" y="3" width="3" height="14" fill="${PALETTE.fanLine}"/></svg>`
}
