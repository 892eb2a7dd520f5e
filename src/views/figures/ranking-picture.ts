import { saySpread } from '../fan/describe-fan.ts'
import { html, type Markup } from '../markup.ts'
import { formatValue } from '../numbers/format-value.ts'
import { unitStep } from '../numbers/round-to-range.ts'
import { PALETTE } from '../palette.ts'
import type { Spread } from '../projection-reader.ts'
import type { PictureLook } from './figure.ts'
import { fitText, label, pictureFrame, short } from './picture-frame.ts'
import { createValueAxis, valueGrid } from './value-axis.ts'

/** One area of a ranking. */
export interface RankedArea {
  readonly code: string
  readonly name: string
  readonly spread: Spread
  /** Middle less England’s middle; null for a measure that counts, or a run without England. */
  readonly difference: number | null
}

/** What a ranking draws. */
interface RankingContent {
  readonly title: string
  readonly summary: string
  readonly unit: string
  readonly ranked: readonly RankedArea[]
  readonly england: Spread | null
  readonly current: string | null
}

/** Draws a ranking: a line of areas, each a dot at its middle on a bar of its range, England’s range behind them. */
export function rankingPicture(content: RankingContent, look: PictureLook): Markup {
  const { title, summary, unit, ranked, england, current } = content
  const { width, font, narrow = false } = look
  const step = narrow ? font * 2.7 : font * 1.6
  const top = font * 2.6
  const names = narrow ? 0 : font * 25
  const bottom = top + ranked.length * step
  const spreads = [...ranked.map(({ spread }) => spread), ...(england ? [england] : [])]
  const limits = {
    low: Math.min(...spreads.map(({ p10 }) => p10)),
    high: Math.max(...spreads.map(({ p90 }) => p90)),
  }
  const axis = createValueAxis(limits, unit, {
    from: names + font,
    to: width - font * 5,
    marks: narrow ? 3 : 6,
  })
  const grid = valueGrid(axis, { top: top - 4, bottom, above: top - font * 0.7, font })
  const whole = england
    ? html`<rect class="hr-band hr-band--outer" x="${short(axis.place(england.p10))}" y="${short(top - 4)}" width="${short(axis.place(england.p90) - axis.place(england.p10))}" height="${short(bottom - top + 4)}" fill="${PALETTE.fanOuter}" fill-opacity="0.5"/><line class="hr-line hr-line--hatched" x1="${short(axis.place(england.p50))}" x2="${short(axis.place(england.p50))}" y1="${short(top - 4)}" y2="${short(bottom)}" stroke="${PALETTE.hatch}" stroke-width="1.5" stroke-dasharray="6 4"/>${label('England', { x: axis.place(england.p50), y: bottom + font * 1.2, font, anchor: 'middle' })}`
    : null
  const rows = ranked.map(({ code, name, spread }, index) => {
    const middle = top + step * (index + 0.5)
    const y = narrow ? middle + font * 0.75 : middle
    const value = formatValue(spread.p50, unit, unitStep(spread.p10, spread.p90, unit))
    const marked = code === current
    const [from, to] = [axis.place(spread.p10), axis.place(spread.p90)]
    const naming = narrow
      ? label(fitText(name, width, font * 0.95), {
          x: 0,
          y: y - font * 0.75,
          font: font * 0.95,
          bold: marked,
        })
      : label(fitText(name, names, font), {
          x: names - 4,
          y: y + font * 0.35,
          font,
          anchor: 'end',
          bold: marked,
        })
    return html`<g class="hr-mark-group${marked ? ' hr-mark-group--current' : ''}" data-mark="${index}"><title>${name}: ${saySpread(spread, unit)}</title>${naming}<rect class="hr-band hr-band--middle" x="${short(from)}" y="${short(y - 3.5)}" width="${short(Math.max(1, to - from))}" height="7" fill="${PALETTE.fanMiddle}"/><circle class="hr-dot" cx="${short(axis.place(spread.p50))}" cy="${short(y)}" r="${marked ? 6 : 4.5}" fill="${PALETTE.fanLine}"/>${label(value, { x: Math.max(to, axis.place(spread.p50) + 6) + 6, y: y + font * 0.35, font: font * 0.95, bold: marked })}</g>`
  })
  return pictureFrame(look, { title, summary, height: bottom + font * 2, body: html`${grid}${whole}${rows}` })
}
