import type { Plan, PlannedTarget } from '../../domain/plan.ts'
import type { Figure } from '../figures/figure.ts'
import { html } from '../markup.ts'
import { coveragePicture } from './coverage-picture.ts'
import { missedCodes, sayShare } from './plan-words.ts'

/** Coverage of need by occupation in the last year of a plan: as now, with the plan, and the target. */
export function createCoverageFigure(plan: Plan): Figure {
  const { targets, until, request } = plan
  const short = new Set(missedCodes(targets))
  const rows = targets
    .filter(({ year }) => year === until)
    .sort((a, b) => a.confirmed - a.target - (b.confirmed - b.target))
  const say = ({ name, target, unplanned, confirmed }: PlannedTarget): string =>
    `${name}: ${sayShare(confirmed)} with the plan, ${sayShare(unplanned)} as now, target ${sayShare(target)}`
  const title = `Coverage of need by occupation, England, March ${until}`
  const [least, most] = [rows[0], rows.at(-1)]
  const summary =
    least && most
      ? `Coverage that ${request.quantile} of 100 runs reach. Furthest from its target, ${say(least)}.${rows.length > 1 ? ` Nearest or beyond, ${say(most)}.` : ''}`
      : ''
  return {
    title,
    summary,
    note: `Staff at work for every 100 that are needed. Each mark is what ${request.quantile} of 100 runs reach at least, so it is the lower end of a range: in the other runs coverage is lower.`,
    columns: ['year', 'area', 'occupation', 'name', 'quantile', 'target', 'as_now', 'plan', 'misses'],
    records: rows.map(({ code, name, target, unplanned, confirmed }) => ({
      year: until,
      area: 'ENG',
      occupation: code,
      name,
      quantile: request.quantile,
      target,
      as_now: unplanned,
      plan: confirmed,
      misses: short.has(code) ? 'yes' : 'no',
    })),
    table: {
      context: title,
      caption: `Coverage that ${request.quantile} of 100 runs reach in March ${until}, those furthest from their target first.`,
      columns: [
        { label: 'Occupation' },
        { label: 'Target', numeric: true },
        { label: 'As now', numeric: true },
        { label: 'With the plan', numeric: true },
      ],
      rows: rows.map((row, index) => ({
        header: row.name,
        cells: [sayShare(row.target), sayShare(row.unplanned), sayShare(row.confirmed)],
        attributes: html` data-point="${index}" data-say="${say(row)}"`,
      })),
    },
    empty: rows.length === 0 ? 'The plan has no target in its last year.' : null,
    draw: (look) => coveragePicture({ title, summary, rows, say }, look),
  }
}
