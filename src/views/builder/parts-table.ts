import type { Comparison } from '../../domain/comparison.ts'
import { html, type Markup } from '../markup.ts'
import type { Spread } from '../projection-reader.ts'
import { writeTable } from '../tables/data-table.ts'
import { rangeBar } from '../tables/range-bar.ts'
import { differenceCell } from './difference-cell.ts'
import { comparedSpread, DIFFERENCE } from './say-difference.ts'

/** What each lever alone does to the gap, and what it costs; the last rows are what they do together and the sum. */
export function partsTable(comparison: Comparison, year: number): Markup {
  const order = [...comparison.parts.keys()].slice(DIFFERENCE + 1)
  const gap = (part: number): Spread | null => comparedSpread(comparison, part, 'gap_fte', year)
  const spreads = [...order, DIFFERENCE].flatMap((part) => gap(part) ?? [])
  const limits = {
    low: Math.min(0, ...spreads.map(({ p10 }) => p10)),
    high: Math.max(0, ...spreads.map(({ p90 }) => p90)),
  }
  const rows = [...order, DIFFERENCE].map((part) => {
    const spread = gap(part)
    const { kind, title } = comparison.parts[part]!
    return {
      header: kind === 'difference' ? html`<strong>All together</strong>` : title,
      cells: [
        spread ? rangeBar(spread, limits, 0) : null,
        differenceCell(spread, 'fte', 'mean'),
        differenceCell(comparedSpread(comparison, part, 'net_cost', year), 'gbp', 'mean'),
      ],
    }
  })
  return writeTable({
    id: 'parts',
    caption: `What each change alone does by March ${year}, on top of “${comparison.a.title}”: the mean of ${comparison.draws} runs, and the range of 8 in 10. Means add up, with what the changes do together beyond each alone. England as one area. In the bars the dotted line is no difference.`,
    columns: [
      { label: 'Change' },
      { label: 'Bar' },
      { label: 'Staff less need', numeric: true },
      { label: 'Net cost a year', numeric: true },
    ],
    rows,
  })
}
