import type { PlannedTarget } from '../../domain/plan.ts'
import type { PictureLook } from '../figures/figure.ts'
import { fitText, label, pictureFrame, short } from '../figures/picture-frame.ts'
import { createValueAxis, valueGrid } from '../figures/value-axis.ts'
import { html, type Markup } from '../markup.ts'
import { PALETTE } from '../palette.ts'
import { sayShare } from './plan-words.ts'

/** What the picture of coverage draws. */
interface CoverageContent {
  readonly title: string
  readonly summary: string
  readonly rows: readonly PlannedTarget[]
  readonly say: (row: PlannedTarget) => string
}

/** Draws each occupation as a bar from its coverage as now (a ring) to that with the plan (a dot), and its target as a line. */
export function coveragePicture({ title, summary, rows, say }: CoverageContent, look: PictureLook): Markup {
  const { width, font, narrow = false } = look
  const step = narrow ? font * 2.7 : font * 1.6
  const top = font * 4
  const names = narrow ? 0 : font * 26
  const bottom = top + rows.length * step
  const values = rows.flatMap(({ unplanned, confirmed, target }) => [unplanned, confirmed, target])
  const axis = createValueAxis({ low: Math.min(0.9, ...values), high: Math.max(1, ...values) }, 'share', {
    from: names + font,
    to: width - font * 4,
    marks: narrow ? 3 : 6,
  })
  const grid = valueGrid(axis, { top: top - 4, bottom, above: top - font * 0.7, font })
  const lines = rows.map((row, index) => {
    const middle = top + step * (index + 0.5)
    const y = narrow ? middle + font * 0.75 : middle
    const [now, plan, goal] = [row.unplanned, row.confirmed, row.target].map((value) =>
      axis.place(value),
    ) as [number, number, number]
    const naming = narrow
      ? label(fitText(row.name, width, font * 0.95), { x: 0, y: y - font * 0.75, font: font * 0.95 })
      : label(fitText(row.name, names, font), { x: names - 4, y: y + font * 0.35, font, anchor: 'end' })
    const end = Math.max(now, plan, goal) + 8
    return html`<g class="hr-mark-group" data-mark="${index}"><title>${say(row)}</title>${naming}<rect class="hr-band hr-band--middle" x="${short(Math.min(now, plan))}" y="${short(y - 3)}" width="${short(Math.max(1, Math.abs(plan - now)))}" height="6" fill="${PALETTE.fanMiddle}"/><circle class="hr-ring" cx="${short(now)}" cy="${short(y)}" r="4" fill="${PALETTE.paper}" stroke="${PALETTE.fanLine}" stroke-width="1.5"/><line class="hr-tick" x1="${short(goal)}" x2="${short(goal)}" y1="${short(y - font * 0.6)}" y2="${short(y + font * 0.6)}" stroke="${PALETTE.ink}" stroke-width="2"/><circle class="hr-dot" cx="${short(plan)}" cy="${short(y)}" r="4.5" fill="${PALETTE.fanLine}"/>${label(sayShare(row.confirmed), { x: end, y: y + font * 0.35, font: font * 0.95 })}</g>`
  })
  return pictureFrame(look, {
    title,
    summary,
    height: bottom + font,
    body: html`${key(names + font, font)}${grid}${lines}`,
  })
}

/** What the marks mean. */
function key(x: number, font: number): Markup {
  const y = font * 0.9
  const words = (text: string, at: number): Markup => label(text, { x: at, y: y + font * 0.35, font })
  const [plan, goal] = [x + font * 6.4, x + font * 16]
  return html`<circle class="hr-ring" cx="${short(x + 5)}" cy="${short(y)}" r="4" fill="${PALETTE.paper}" stroke="${PALETTE.fanLine}" stroke-width="1.5"/>${words('as now', x + 14)}<circle class="hr-dot" cx="${short(plan + 5)}" cy="${short(y)}" r="4.5" fill="${PALETTE.fanLine}"/>${words('with the plan', plan + 14)}<line class="hr-tick" x1="${short(goal)}" x2="${short(goal)}" y1="${short(y - font * 0.6)}" y2="${short(y + font * 0.6)}" stroke="${PALETTE.ink}" stroke-width="2"/>${words('target', goal + 8)}`
}
