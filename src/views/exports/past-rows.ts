import { measureOf } from '../../domain/measure.ts'
import type { PastDay, PublishedPast } from '../../domain/published-past.ts'
import type { ChartSubject } from '../fan/fan-chart.ts'
import type { FigureRow } from './figure-row.ts'

/** Columns that a figure’s file has besides those of `projection.csv` where the figure shows the past. */
export const PAST_COLUMNS = ['counted', 'projected_from'] as const

/**
 * The past of a figure as rows of its file: published counts with the statistic `count`, and past projections with
 * theirs. None is of the run, so run and scenario are empty; `counted` is the day.
 */
export function pastRows(past: PublishedPast, { area, series }: ChartSubject): readonly FigureRow[] {
  const { measure, counts, projections } = past
  const row = (day: PastDay, from: string, statistic: FigureRow['statistic'], value: number): FigureRow => ({
    run: '',
    scenario: '',
    year: Math.floor(day.at),
    area: area.code,
    level: series.level,
    code: series.code,
    measure,
    unit: measureOf(measure).unit,
    statistic,
    value,
    counted: day.code,
    projected_from: from,
  })
  return [
    ...counts.map((count) => row(count, '', 'count', count.value)),
    ...projections.flatMap(({ origin, points }) =>
      points.flatMap((point) =>
        (['p10', 'p50', 'p90'] as const).map((statistic) =>
          row(point, origin.code, statistic, point[statistic]),
        ),
      ),
    ),
  ]
}
