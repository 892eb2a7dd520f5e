import { measureOf } from '../../domain/measure.ts'
import {
  type Decision,
  type Estimate,
  type OutputInfluence,
  ranking,
  type Sensitivity,
} from '../../domain/sensitivity.ts'
import { html, type Markup, type Part } from '../markup.ts'
import { formatValue, NO_VALUE, sayPercent } from '../numbers/format-value.ts'
import { tableStep } from '../numbers/round-to-range.ts'
import { writeTable } from '../tables/data-table.ts'
import { outputName } from './tornado.ts'

/** What matters most to an output, in a sentence; null where nothing that is drawn moves it. */
export function sayWhatMatters({ groups, year, area }: Sensitivity, output: OutputInfluence): string | null {
  const [first, second] = ranking(output)
  const share = first === undefined ? Number.NaN : output.groups[first]!.total.estimate
  if (first === undefined || Number.isNaN(share)) return null
  const then = second === undefined ? '' : `, then “${groups[second]!.title}”`
  const what = measureOf(output.measure).name
  return `About ${sayPercent(share)} of what makes “${what}” of ${area.name} in ${year} uncertain rests on “${groups[first]!.title}”${then}.`
}

/** Every group by rank: its shares of the spread and what it does by itself. */
export function influenceTable({ groups }: Sensitivity, output: OutputInfluence, id: string): Markup {
  const { unit, name } = measureOf(output.measure)
  const step = tableStep(output.p10, output.p90)
  const value = (number: number): string => formatValue(number, unit, unit === 'share' ? undefined : step)
  return writeTable({
    id,
    caption: `What moves ${outputName(output)}`,
    columns: [
      { label: 'What is assumed' },
      { label: 'Share of the spread, all in all', numeric: true },
      { label: 'Known alone, would take away', numeric: true },
      { label: `${name}: low, by itself`, numeric: true },
      { label: 'High, by itself', numeric: true },
    ],
    rows: ranking(output).map((k) => {
      const { total, first, p10, p90 } = output.groups[k]!
      return {
        header: groups[k]!.title,
        cells: [shareCell(total), shareCell(first), value(p10), value(p90)],
      }
    }),
  })
}

/** Estimates of nothing may fall a little below it. */
function shareCell({ estimate, low, high }: Estimate): Part {
  if (Number.isNaN(estimate)) return NO_VALUE
  const [of, from, to] = [estimate, low, high].map((share) => sayPercent(Math.max(0, share)))
  return html`${of} <span class="hr-spread">(${from} to ${to})</span>`
}

/** The scenarios to choose among. */
export function optionsTable({ options }: Decision, id: string): Markup {
  const first = options[0]!
  const pounds = (value: number): string => formatValue(value, 'gbp', 1e7)
  return writeTable({
    id,
    caption: 'The choice',
    columns: [
      { label: 'Scenario' },
      { label: 'Net cost, a year', numeric: true },
      { label: 'Gap', numeric: true },
      { label: 'Net benefit over the first, a year', numeric: true },
      { label: 'The best in', numeric: true },
    ],
    rows: options.map(({ title, cost, gap, benefit, best }, i) => ({
      header: title,
      cells: [
        pounds(cost),
        formatValue(gap, 'fte', 1000),
        i === 0 ? NO_VALUE : pounds(benefit - first.benefit),
        `${sayPercent(best)} of draws`,
      ],
    })),
  })
}

/** What it is worth to know each group before choosing, those that are worth anything, greatest first. */
export function worthTable({ groups, partial, perfect }: Decision, id: string): Markup {
  const rows = partial
    .map((worth, k) => ({ worth, title: groups[k]!.title }))
    .filter(({ worth }) => worth > perfect / 1000)
    .sort((a, b) => b.worth - a.worth)
  return writeTable({
    id,
    caption: 'What knowing one thing would be worth',
    columns: [{ label: 'What would be known' }, { label: 'Worth, a year', numeric: true }],
    rows: [
      { header: 'Everything', cells: [formatValue(perfect, 'gbp', 1e6)] },
      ...rows.map(({ worth, title }) => ({ header: title, cells: [formatValue(worth, 'gbp', 1e6)] })),
    ],
  })
}
