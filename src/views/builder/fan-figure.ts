import { measureOf } from '../../domain/measure.ts'
import { STATISTICS, type Statistic } from '../../domain/projection.ts'
import { describeFan } from '../fan/describe-fan.ts'
import type { FanChart } from '../fan/fan-chart.ts'
import { FAN_LOOKS, fanSvg } from '../fan/fan-svg.ts'
import { axisNote } from '../fan/scales.ts'
import type { Figure, FigureRecord } from '../figures/figure.ts'
import type { Spread } from '../projection-reader.ts'
import { everyYear, yearRows } from '../tables/year-table.ts'

/** Statistics that a comparison holds. */
export const COMPARED_STATISTICS = ['central', 'mean', 'p10', 'p50', 'p90'] as const satisfies Statistic[]

/** Columns of the files of the builder’s figures before the statistics. */
const COLUMNS = ['scenario', 'year', 'area', 'measure', 'unit'] as const

/** What a value of a figure of the builder is of. */
export interface ValueOf {
  /** `built`, `compared` or `difference`, as in the file of all that is drawn. */
  readonly scenario: string
  readonly year: number
  readonly area: string
  readonly measure: string
}

/** One line of a file of the builder’s figures: a value with those of its statistics that are known. */
export const valueRecord = (
  { scenario, year, area, measure }: ValueOf,
  spread: Spread,
  statistics: readonly Statistic[] = STATISTICS,
): FigureRecord => ({
  scenario,
  year,
  area,
  measure,
  unit: measureOf(measure).unit,
  ...Object.fromEntries(statistics.map((statistic) => [statistic, spread[statistic]])),
})

/** Size of a chart that has a page of its own, in picture units. */
const WIDE = { width: 1000, height: 520, font: 14, labels: 150 }

/**
 * A chart over the years as a figure of its own.
 * @param scenarios which scenario each curve is of
 * @param note how it was worked out
 */
export function createFanFigure(
  chart: FanChart,
  scenarios: readonly string[],
  note: string,
  statistics: readonly Statistic[] = STATISTICS,
): Figure {
  const axis = axisNote(chart)
  const records = chart.curves.flatMap(({ area, measure, points }, at) =>
    points.flatMap(({ year, spread }) =>
      spread ? [valueRecord({ scenario: scenarios[at]!, year, area, measure }, spread, statistics)] : [],
    ),
  )
  return {
    title: chart.title,
    summary: describeFan(chart),
    note: axis ? `${axis} ${note}` : note,
    columns: [...COLUMNS, ...statistics],
    records,
    table: yearRows(chart, everyYear(chart)),
    empty: null,
    draw: ({ id, narrow = false, standalone = false }) =>
      fanSvg(chart, { id, ...(narrow ? FAN_LOOKS.narrow : WIDE), standalone }),
  }
}
