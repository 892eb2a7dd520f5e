import { html, type Markup, type Part } from '../markup.ts'
import { PALETTE, PICTURE_FONT } from '../palette.ts'
import { wrapText } from '../wrap-text.ts'
import type { PictureLook } from './figure.ts'

/** Width under which a picture is made for a column of text, and isn’t stretched over the page. */
const COLUMN = 800

/** What stands in a picture besides its marks. */
export interface PictureContent {
  readonly title: string
  readonly summary: string
  /** Height of the body, in picture units. */
  readonly height: number
  readonly body: Part
}

/**
 * Puts the body of a picture into SVG that names and describes itself. A standalone picture has its title above the
 * body, on paper of its own.
 */
export function pictureFrame(look: PictureLook, { title, summary, height, body }: PictureContent): Markup {
  const { id, width, font } = look
  const lines = look.standalone ? wrapText(title, width / (font * 0.62)) : []
  const room = look.standalone ? lines.length * font * 1.45 + font : 0
  const margin = look.standalone ? font : 0
  const whole = Math.ceil(height + room + margin)
  const heading = lines.map(
    (line, index) =>
      html`<text class="hr-text" x="0" y="${short(font * (1.3 + 1.4 * index))}" font-size="${short(font * 1.12)}" font-weight="700" fill="${PALETTE.ink}">${line}</text>`,
  )
  const paper = look.standalone
    ? html`<rect x="${-margin}" y="0" width="${width + 2 * margin}" height="${whole}" fill="${PALETTE.paper}"/>`
    : null
  return html`<svg class="hr-picture${width < COLUMN ? ' hr-picture--column' : ''}" xmlns="http://www.w3.org/2000/svg" viewBox="${-margin} 0 ${width + 2 * margin} ${whole}" width="${width + 2 * margin}" height="${whole}" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-desc" font-family="${PICTURE_FONT}">
<title id="${id}-title">${title}</title><desc id="${id}-desc">${summary}</desc>${paper}${heading}
<g transform="translate(0 ${short(room)})">${body}</g></svg>`
}

/** A coordinate to a tenth of a picture unit. */
export const short = (value: number): number => Math.round(value * 10) / 10

/** Text in a picture. */
export function label(
  text: string,
  at: {
    readonly x: number
    readonly y: number
    readonly font: number
    readonly anchor?: 'start' | 'middle' | 'end'
    readonly quiet?: boolean
    readonly bold?: boolean
  },
): Markup {
  const { x, y, font, anchor = 'start', quiet = false, bold = false } = at
  return html`<text class="hr-text${quiet ? ' hr-text--quiet' : ''}" x="${short(x)}" y="${short(y)}" font-size="${short(font)}"${anchor === 'start' ? null : html` text-anchor="${anchor}"`}${bold ? html` font-weight="700"` : null} fill="${quiet ? PALETTE.muted : PALETTE.ink}">${text}</text>`
}

/** Text cut to a width in picture units, at a word where it is too long; the whole of it must stand elsewhere. */
export function fitText(text: string, width: number, font: number): string {
  const room = Math.floor(width / (font * 0.56))
  if (text.length <= room) return text
  const cut = text.slice(0, room - 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).replace(/[:,]$/, '')}…`
}
