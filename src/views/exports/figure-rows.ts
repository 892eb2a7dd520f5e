import { measureOf } from '../../domain/measure.ts'
import { type Level, PROJECTION_COLUMNS, STATISTICS, type Statistic } from '../../domain/projection.ts'
import { type ChartSubject, createFanChart } from '../fan/fan-chart.ts'
import type { ProjectionReader } from '../projection-reader.ts'

/** One value of a figure, in the columns of `projection.csv`. */
export interface FigureRow {
  readonly run: string
  readonly scenario: string
  readonly year: number
  readonly area: string
  readonly level: Level
  readonly code: string
  readonly measure: string
  readonly unit: string
  readonly statistic: Statistic
  readonly value: number
}

/** Everything a figure draws, every statistic of it, by measure and year. Values that don't apply have no row. */
export function figureRows(reader: ProjectionReader, subject: ChartSubject): readonly FigureRow[] {
  const { run, scenario } = reader.projection.manifest
  const chart = createFanChart(reader, subject)
  const { level, code } = subject.series
  return chart.curves.flatMap(({ measure, area, points }) =>
    points.flatMap(({ year, spread }) =>
      spread
        ? STATISTICS.map((statistic) => ({
            run,
            scenario,
            year,
            area,
            level,
            code,
            measure,
            unit: measureOf(measure).unit,
            statistic,
            value: spread[statistic],
          }))
        : [],
    ),
  )
}

const field = (value: string | number): string => {
  const text = String(value)
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A figure as CSV: the columns of `projection.csv`, lines ended by a line feed. */
export function figureCsv(rows: readonly FigureRow[]): string {
  const lines = rows.map((row) => PROJECTION_COLUMNS.map((column) => field(row[column])).join())
  return `${[PROJECTION_COLUMNS.join(), ...lines].join('\n')}\n`
}
