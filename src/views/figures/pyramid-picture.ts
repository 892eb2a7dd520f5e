import { html, type Markup } from '../markup.ts'
import { PALETTE } from '../palette.ts'
import type { PictureLook } from './figure.ts'
import { label, pictureFrame, short } from './picture-frame.ts'
import { createValueAxis } from './value-axis.ts'

/** People of one age band. */
export interface AgeBand {
  /** Lowest age. */
  readonly from: number
  /** Such as `25 to 29`. */
  readonly label: string
  readonly women: number
  readonly men: number
}

/** What a pyramid draws. */
interface PyramidContent {
  readonly title: string
  readonly summary: string
  readonly bands: readonly AgeBand[]
}

/** Draws a pyramid: bars from the middle, women whole, men with a hatched fill, ages between them. */
export function pyramidPicture({ title, summary, bands }: PyramidContent, look: PictureLook): Markup {
  const { width, font, id } = look
  const top = font * 2.2
  const row = font * 1.5
  const gap = font * 6.4
  const middle = width / 2
  const bottom = top + bands.length * row
  const high = Math.max(...bands.flatMap(({ women, men }) => [women, men]))
  const marks = look.narrow ? 2 : 4
  const right = createValueAxis({ low: 0, high }, 'heads', {
    from: middle + gap / 2,
    to: width - font * 2,
    marks,
  })
  const mirror = (place: number): number => width - place
  const grid = right.ticks.map(({ place, label: text }) =>
    [place, mirror(place)].map(
      (x) =>
        html`<line class="hr-grid" x1="${short(x)}" x2="${short(x)}" y1="${short(top)}" y2="${short(bottom)}" stroke="${PALETTE.grid}"/>${label(text, { x, y: bottom + font * 1.3, font, anchor: 'middle', quiet: true })}`,
    ),
  )
  const bars = bands.map((band, index) => {
    const y = bottom - row * (index + 1)
    const [women, men] = [mirror(right.place(band.women)), right.place(band.men)]
    const [inner, outer] = [mirror(right.place(0)), right.place(0)]
    return html`<g class="hr-mark-group" data-mark="${index}"><title>${band.label}</title>${label(band.label.replace(' and over', '+').replace(' to ', '–'), { x: middle, y: y + row * 0.72, font, anchor: 'middle' })}<rect class="hr-step hr-step--more" x="${short(women)}" y="${short(y + 1)}" width="${short(inner - women)}" height="${short(row - 2)}" fill="${PALETTE.fanInner}" stroke="${PALETTE.fanLine}"/><rect class="hr-step hr-step--less" x="${short(outer)}" y="${short(y + 1)}" width="${short(men - outer)}" height="${short(row - 2)}" fill="url(#${id}-men)" stroke="${PALETTE.fanLine}"/></g>`
  })
  const pattern = html`<defs><pattern id="${id}-men" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hr-hatch-paper" width="6" height="6" fill="${PALETTE.hatchTint}"/><line class="hr-hatch" x1="0" y1="0" x2="0" y2="6" stroke="${PALETTE.hatch}" stroke-width="1.8"/></pattern></defs>`
  const heads = html`${label('Women', { x: mirror(right.place(0)), y: font * 1.3, font, anchor: 'end', bold: true })}${label('Men', { x: right.place(0), y: font * 1.3, font, bold: true })}`
  const foot = label(right.title, { x: middle, y: bottom + font * 2.7, font, anchor: 'middle', quiet: true })
  return pictureFrame(look, {
    title,
    summary,
    height: bottom + font * 3.2,
    body: html`${pattern}${grid}${heads}${bars}${foot}`,
  })
}
