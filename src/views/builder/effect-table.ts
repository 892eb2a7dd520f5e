import type { BuilderResult } from '../../domain/builder.ts'
import { measureOf } from '../../domain/measure.ts'
import type { Markup } from '../markup.ts'
import { writeTable } from '../tables/data-table.ts'
import { spreadCell } from '../tables/spread-cell.ts'
import { differenceCell } from './difference-cell.ts'
import { comparedSpread, DIFFERENCE } from './say-difference.ts'

/** What the table shows, effect first, then cost. */
const ROWS: readonly (readonly [measure: string, name: string])[] = [
  ['fte_at_work', 'Staff at work'],
  ['need_fte', 'Staff needed'],
  ['gap_fte', 'Staff less need'],
  ['coverage', 'Coverage of need'],
  ['pay_bill', 'Pay bill'],
  ['temporary_cost', 'Temporary staff'],
  ['training_cost', 'Training'],
  ['policy_cost', 'Cost of the levers themselves'],
  ['net_cost', 'Net cost'],
]

/** Effect and cost of the scenario beside those of the one compared with, and the difference with its own range. */
export function effectTable({ comparison }: Pick<BuilderResult, 'comparison'>, year: number): Markup {
  const { a, b, draws } = comparison
  const rows = ROWS.map(([measure, header]) => {
    const { unit } = measureOf(measure)
    const of = (part: number) => comparedSpread(comparison, part, measure, year)
    return {
      header,
      cells: [spreadCell(of(0), unit), spreadCell(of(1), unit), differenceCell(of(DIFFERENCE), unit)],
    }
  })
  return writeTable({
    id: 'effect',
    caption: `England, March ${year}: the middle of ${draws} runs, and the range of 8 in 10. The difference is taken run by run, so that what both share cancels. Staff in full-time equivalents; money a year, in prices of the base.`,
    columns: [
      { label: 'Effect and cost' },
      { label: a.title, numeric: true },
      { label: b.title, numeric: true },
      { label: 'Difference', numeric: true },
    ],
    rows,
  })
}
