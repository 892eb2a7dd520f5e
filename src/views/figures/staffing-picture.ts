import { html, type Markup } from '../markup.ts'
import { PALETTE } from '../palette.ts'
import type { PictureLook } from './figure.ts'
import { fitText, label, pictureFrame, short } from './picture-frame.ts'
import { createValueAxis } from './value-axis.ts'

/** Staff of one occupation per 1,000 people, here and in England. */
export interface StaffedOccupation {
  readonly code: string
  readonly name: string
  readonly here: number
  readonly england: number
}

/** What the picture of staffing draws. */
interface StaffingContent {
  readonly title: string
  readonly summary: string
  readonly rows: readonly StaffedOccupation[]
  readonly place: string
  readonly say: (row: StaffedOccupation) => string
}

/** Draws each occupation as a bar from England’s level, at 100 %, to the area’s own share of it. */
export function staffingPicture({ title, summary, rows, say }: StaffingContent, look: PictureLook): Markup {
  const { width, font, narrow = false, id } = look
  const step = narrow ? font * 2.7 : font * 1.6
  const top = font * 3.8
  const names = narrow ? 0 : font * 26
  const bottom = top + rows.length * step
  const ratios = rows.map(({ here, england }) => here / england)
  const axis = createValueAxis({ low: Math.min(0.5, ...ratios), high: Math.max(1.5, ...ratios) }, 'share', {
    from: names + font,
    to: width - font * 4,
    marks: narrow ? 3 : 6,
  })
  const grid = axis.ticks.map(
    ({ place, label: text, value }) =>
      html`<line class="hr-grid${value === 1 ? ' hr-grid--zero' : ''}" x1="${short(place)}" x2="${short(place)}" y1="${short(top - 4)}" y2="${short(bottom)}" stroke="${value === 1 ? PALETTE.ink : PALETTE.grid}"/>${label(text, { x: place, y: top - font * 0.7, font, anchor: 'middle', quiet: true })}`,
  )
  const bars = rows.map((row, index) => {
    const ratio = row.here / row.england
    const middle = top + step * (index + 0.5)
    const y = narrow ? middle + font * 0.75 : middle
    const [from, to] = [axis.place(Math.min(1, ratio)), axis.place(Math.max(1, ratio))]
    const fill = ratio < 1 ? `url(#${id}-less)` : PALETTE.fanInner
    const naming = narrow
      ? label(fitText(row.name, width, font * 0.95), { x: 0, y: y - font * 0.75, font: font * 0.95 })
      : label(fitText(row.name, names, font), { x: names - 4, y: y + font * 0.35, font, anchor: 'end' })
    return html`<g class="hr-mark-group" data-mark="${index}"><title>${say(row)}</title>${naming}<rect class="hr-step hr-step--${ratio < 1 ? 'less' : 'more'}" x="${short(from)}" y="${short(y - font * 0.4)}" width="${short(Math.max(1, to - from))}" height="${short(font * 0.8)}" fill="${fill}" stroke="${PALETTE.fanLine}"/>${label(`${Math.round(ratio * 100)}%`, ratio < 1 ? { x: from - 5, y: y + font * 0.35, font: font * 0.9, anchor: 'end' } : { x: to + 5, y: y + font * 0.35, font: font * 0.9 })}</g>`
  })
  const pattern = html`<defs><pattern id="${id}-less" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hr-hatch-paper" width="7" height="7" fill="${PALETTE.hatchTint}"/><line class="hr-hatch" x1="0" y1="0" x2="0" y2="7" stroke="${PALETTE.hatch}" stroke-width="2.4"/></pattern></defs>`
  const head = label('Share of England’s level', { x: axis.place(1), y: font * 0.95, font, anchor: 'middle' })
  return pictureFrame(look, {
    title,
    summary,
    height: bottom + font,
    body: html`${pattern}${head}${grid}${bars}`,
  })
}
