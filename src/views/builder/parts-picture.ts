import type { PictureLook } from '../figures/figure.ts'
import { label, pictureFrame, short } from '../figures/picture-frame.ts'
import { createValueAxis, valueGrid } from '../figures/value-axis.ts'
import { html, type Markup } from '../markup.ts'
import { unitStep } from '../numbers/round-to-range.ts'
import { PALETTE } from '../palette.ts'
import type { Spread } from '../projection-reader.ts'
import { wrapText } from '../wrap-text.ts'
import { effectLimits, type PartEffect } from './parts-table.ts'
import { signed } from './say-difference.ts'

/** What the picture of the parts of a difference draws. */
interface PartsContent {
  readonly title: string
  readonly summary: string
  readonly effects: readonly PartEffect[]
  /** Said in the picture where there is nothing to draw. */
  readonly empty: string | null
  readonly say: (effect: PartEffect) => string
}

/** Letters of a name in a line. */
const LETTERS = 38

/** A mean with its sign, rounded to what its range supports. */
const sayMean = ({ mean, p10, p90 }: Spread): string => signed(mean, 'fte', unitStep(p10, p90, 'fte'))

/** Draws what each change does: a bar of its range, a mark at its mean, about the line of no difference. */
export function partsPicture(
  { title, summary, effects, empty, say }: PartsContent,
  look: PictureLook,
): Markup {
  const { width, font, narrow = false } = look
  if (empty !== null) {
    const lines = wrapText(empty, width / (font * 0.56)).map((line, at) =>
      label(line, { x: 0, y: font * (1.2 + 1.4 * at), font }),
    )
    return pictureFrame(look, {
      title,
      summary,
      height: font * (1.4 * lines.length + 1),
      body: html`${lines}`,
    })
  }
  const step = font * (narrow ? 4 : 2.8)
  const names = narrow ? 0 : font * 21
  const top = font * 3.4
  const bottom = top + effects.length * step
  const axis = createValueAxis(effectLimits(effects), 'fte', {
    from: names + font * (narrow ? 1.5 : 3),
    to: width - font * (narrow ? 5 : 8),
    marks: narrow ? 3 : 5,
  })
  const grid = valueGrid(axis, { top, bottom, above: top - font * 0.4, font })
  const zero = short(axis.place(0))
  const head = label(axis.title, { x: names, y: font, font, quiet: true })
  const rows = effects.map((effect, index) => {
    const { name, kind, gap } = effect
    const y = top + step * (index + 0.5) + (narrow ? font * 0.9 : 0)
    const bold = kind === 'difference'
    const lines = narrow ? [name] : wrapText(name, LETTERS)
    const naming = lines.map((line, at) =>
      narrow
        ? label(line, { x: 0, y: y - font * 1.15, font: font * 0.95, bold })
        : label(line, {
            x: names,
            y: y + font * (0.35 + 1.1 * (at - (lines.length - 1) / 2)),
            font,
            anchor: 'end',
            bold,
          }),
    )
    return html`<g class="hr-mark-group" data-mark="${index}"><title>${say(effect)}</title>${naming}${gap ? drawBar(gap, axis.place, y, font) : null}</g>`
  })
  const line = html`<line class="hr-tick" x1="${zero}" x2="${zero}" y1="${short(top)}" y2="${short(bottom)}" stroke="${PALETTE.ink}" stroke-dasharray="2 2"/>`
  return pictureFrame(look, {
    title,
    summary,
    height: bottom + font,
    body: html`${head}${grid}${line}${rows}`,
  })
}

function drawBar(gap: Spread, place: (value: number) => number, y: number, font: number): Markup {
  const [low, middle, high] = [place(gap.p10), place(gap.mean), place(gap.p90)]
  const half = font * 0.5
  return html`<rect class="hr-band hr-band--middle" x="${short(low)}" y="${short(y - half)}" width="${short(Math.max(1, high - low))}" height="${short(half * 2)}" fill="${PALETTE.fanMiddle}"/><rect class="hr-bar__middle" x="${short(middle - 1.5)}" y="${short(y - half * 1.6)}" width="3" height="${short(half * 3.2)}" fill="${PALETTE.fanLine}"/>${label(sayMean(gap), { x: Math.max(high, middle) + 8, y: y + font * 0.35, font, bold: true })}`
}
