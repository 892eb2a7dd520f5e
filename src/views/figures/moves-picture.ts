import { html, type Markup } from '../markup.ts'
import { PALETTE } from '../palette.ts'
import { wrapText } from '../wrap-text.ts'
import type { PictureLook } from './figure.ts'
import { label, pictureFrame, short } from './picture-frame.ts'

/** People who move between two groups of staff in a year. */
export interface MoveFlow {
  readonly from: string
  readonly to: string
  /** Mean of all runs. */
  readonly people: number
  /** Ends of the range of 8 in 10 runs. */
  readonly p10: number
  readonly p90: number
}

/** What a diagram of moves draws. */
interface MovesContent {
  readonly title: string
  readonly summary: string
  readonly flows: readonly MoveFlow[]
  readonly nameOf: (code: string) => string
  readonly say: (flow: MoveFlow) => string
}

/** One occupation on a side of the diagram. */
interface Stop {
  readonly code: string
  readonly y: number
  readonly height: number
}

/** Lays the occupations of one side out from top to bottom, most people first. */
function layOut(
  flows: readonly MoveFlow[],
  side: 'from' | 'to',
  { scale, gap, top }: { readonly scale: number; readonly gap: number; readonly top: number },
): ReadonlyMap<string, Stop> {
  const totals = new Map<string, number>()
  for (const flow of flows) totals.set(flow[side], (totals.get(flow[side]) ?? 0) + flow.people)
  const stops = new Map<string, Stop>()
  let y = top
  for (const [code, people] of [...totals].sort((a, b) => b[1] - a[1])) {
    const height = Math.max(1, people * scale)
    stops.set(code, { code, y, height })
    y += Math.max(height + gap / 4, gap)
  }
  return stops
}

/** Draws moves as bands from the occupations people leave, at the left, to those they join, at the right. */
export function movesPicture(content: MovesContent, look: PictureLook): Markup {
  const { title, summary, flows, nameOf, say } = content
  const { width, font, narrow = false } = look
  const room = narrow ? width * 0.33 : font * 19
  const characters = Math.floor(room / (font * 0.56))
  const gap = font * (narrow ? 4 : 2.7)
  const all = flows.reduce((sum, { people }) => sum + people, 0)
  const top = font * 2.4
  const scale = (font * (narrow ? 16 : 22)) / (all || 1)
  const [left, right] = [layOut(flows, 'from', { scale, gap, top }), layOut(flows, 'to', { scale, gap, top })]
  const ends = [...left.values(), ...right.values()].map(
    ({ y, height }) => y + Math.max(height + gap / 4, gap),
  )
  const bottom = Math.max(...ends)
  const [start, end] = [room + 14, width - room - 14]
  const used = new Map<string, number>()
  const take = (side: string, stop: Stop | undefined, height: number): number => {
    const key = `${side} ${stop?.code}`
    const from = (stop?.y ?? top) + (used.get(key) ?? 0)
    used.set(key, (used.get(key) ?? 0) + height)
    return from
  }
  const ribbons = flows.map((flow, index) => {
    const height = Math.max(1, flow.people * scale)
    const y1 = take('from', left.get(flow.from), height)
    const y2 = take('to', right.get(flow.to), height)
    const half = (start + end) / 2
    const path = `M${start} ${short(y1)}C${half} ${short(y1)} ${half} ${short(y2)} ${end} ${short(y2)}V${short(y2 + height)}C${half} ${short(y2 + height)} ${half} ${short(y1 + height)} ${start} ${short(y1 + height)}Z`
    return html`<g class="hr-mark-group" data-mark="${index}"><title>${say(flow)}</title><path class="hr-ribbon" d="${path}" fill="${PALETTE.fanInner}" fill-opacity="0.6" stroke="${PALETTE.fanLine}" stroke-width="0.8"/></g>`
  })
  const stops = (side: ReadonlyMap<string, Stop>, isLeft: boolean): readonly Markup[] =>
    [...side.values()].map(({ code, y, height }) => {
      const lines = wrapText(nameOf(code), characters).slice(0, 3)
      const x = isLeft ? start - 12 : end + 12
      const texts = lines.map((line, at) =>
        label(line, {
          x,
          y: y + Math.max(height / 2, font * 0.5) + font * (0.35 + 1.1 * (at - (lines.length - 1) / 2)),
          font: font * 0.95,
          anchor: isLeft ? 'end' : 'start',
        }),
      )
      return html`<rect class="hr-step hr-step--stock" x="${isLeft ? start - 6 : end}" y="${short(y)}" width="6" height="${short(height)}" fill="${PALETTE.fanLine}"/>${texts}`
    })
  const heads = html`${label('From', { x: start - 12, y: font * 1.1, font, anchor: 'end', bold: true })}${label('To', { x: end + 12, y: font * 1.1, font, bold: true })}`
  return pictureFrame(look, {
    title,
    summary,
    height: bottom + font,
    body: html`${heads}${ribbons}${stops(left, true)}${stops(right, false)}`,
  })
}
