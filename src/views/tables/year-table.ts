import { sayYear } from '../fan/describe-fan.ts'
import type { FanChart } from '../fan/fan-chart.ts'
import { html, type Markup } from '../markup.ts'
import { unitName } from '../numbers/units.ts'
import { type DataTable, writeTable } from './data-table.ts'
import { spreadCell } from './spread-cell.ts'

/** Every year of a chart. */
export const everyYear = ({ firstYear, lastYear }: FanChart): readonly number[] =>
  Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i)

/** The years that a short table shows: the base year, every fifth after it, and the last. */
export function keyYears(firstYear: number, lastYear: number): readonly number[] {
  const years: number[] = []
  for (let year = firstYear; year < lastYear; year += 5) years.push(year)
  return [...years, lastYear]
}

/**
 * The rows of a chart’s table: one per year, a column per curve, each cell with its middle and range.
 * Rows carry the year's values in words, which the page reads out point by point.
 * @param years the years to show, in order
 */
export function yearRows(chart: FanChart, years: readonly number[]): Omit<DataTable, 'id'> {
  const unit = unitName(chart.unit)
  const every = years.length > chart.lastYear - chart.firstYear
  return {
    context: `${chart.title}, ${every ? 'every year' : 'in steps'}`,
    caption: `${unit[0]?.toUpperCase()}${unit.slice(1)}: the middle of the range, and the range of 8 in 10 runs.`,
    columns: [{ label: 'March' }, ...chart.curves.map(({ label }) => ({ label, numeric: true }))],
    rows: years.map((year) => ({
      header: String(year),
      attributes: html` data-year="${year}" data-say="${sayYear(chart, year)}"`,
      cells: chart.curves.map((curve) =>
        spreadCell(curve.points.find((point) => point.year === year)?.spread ?? null, chart.unit),
      ),
    })),
  }
}

/** The table of a chart. @param years the years to show, in order */
export const yearTable = (chart: FanChart, id: string, years: readonly number[]): Markup =>
  writeTable({ id, ...yearRows(chart, years) })
