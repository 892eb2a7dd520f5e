import type { PastPoint, PublishedPast } from '../../domain/published-past.ts'
import type { FanChart } from '../fan/fan-chart.ts'
import { cameTrue, sayCount, sayPastDay, sayPastRange } from '../fan/say-past.ts'
import { html, type Markup } from '../markup.ts'
import { unitName } from '../numbers/units.ts'
import { writeTable } from './data-table.ts'

const NOTHING = html`<span aria-hidden="true">–</span><span class="govuk-visually-hidden">not projected</span>`

function rangeCell(point: PastPoint, unit: string): Markup {
  const { middle, range } = sayPastRange(point, unit)
  return html`<span class="hr-middle">${middle}</span> <span class="hr-range">${range}</span>`
}

/** What the last day of each past projection was projected to be, and was: the past in a few rows. */
export function pastSummaryTable({ title, unit }: FanChart, { projections }: PublishedPast): Markup | null {
  if (projections.length === 0) return null
  return writeTable({
    id: 'past-in-short',
    context: title,
    caption: 'Past projections and what happened: the middle, the range of 8 in 10, and the published count.',
    columns: [
      { label: 'Projected from' },
      { label: 'For' },
      { label: 'Projected', numeric: true },
      { label: 'Counted', numeric: true },
    ],
    rows: projections.flatMap(({ origin, points }) => {
      const last = points.at(-1)
      return last
        ? [
            {
              header: origin.when,
              cells: [
                last.when,
                rangeCell(last, unit),
                html`<span class="hr-middle">${sayCount(last.actual, unit)}</span> <span class="hr-range">${cameTrue(last) ? 'inside' : 'outside'}</span>`,
              ],
            },
          ]
        : []
    }),
  })
}

/** Every count of the past with what was projected of it; rows carry their day in words, as those of the years do. */
export function pastTable({ title, unit }: FanChart, past: PublishedPast): Markup {
  const name = unitName(unit)
  return writeTable({
    id: 'every-count',
    context: title,
    caption: `The past, ${name}: the published count, and what was projected of it, with the range of 8 in 10.`,
    columns: [
      { label: 'Counted' },
      { label: 'Published count', numeric: true },
      ...past.projections.map(({ origin }) => ({ label: `Projected from ${origin.when}`, numeric: true })),
    ],
    rows: past.counts.map(({ at, when, value }) => ({
      header: when,
      attributes: html` data-year="${at}" data-name="${when}" data-say="${sayPastDay(past, at, unit)}"`,
      cells: [
        html`<span class="hr-middle">${sayCount(value, unit)}</span>`,
        ...past.projections.map(({ points }) => {
          const point = points.find((one) => one.at === at)
          return point ? rangeCell(point, unit) : NOTHING
        }),
      ],
    })),
  })
}
