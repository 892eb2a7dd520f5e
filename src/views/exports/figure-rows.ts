import { measureOf } from '../../domain/measure.ts'
import { PROJECTION_COLUMNS, STATISTICS } from '../../domain/projection.ts'
import { type ChartSubject, createFanChart } from '../fan/fan-chart.ts'
import type { ProjectionReader } from '../projection-reader.ts'
import type { FigureRow } from './figure-row.ts'
import { PAST_COLUMNS, pastRows } from './past-rows.ts'

/**
 * Everything a figure draws, every statistic of it, by measure and year, the past first. Values that don't apply have
 * no row.
 */
export function figureRows(reader: ProjectionReader, subject: ChartSubject): readonly FigureRow[] {
  const { run, scenario } = reader.projection.manifest
  const chart = createFanChart(reader, subject)
  const { level, code } = subject.series
  const rows = chart.curves.flatMap(({ measure, area, points }) =>
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
  return chart.past ? [...pastRows(chart.past, subject), ...rows] : rows
}

const field = (value: string | number): string => {
  const text = String(value)
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A figure as CSV: the columns of `projection.csv`, and those of the past where it shows one; lines ended by a line feed. */
export function figureCsv(rows: readonly FigureRow[]): string {
  const columns = rows.some(({ counted }) => counted !== undefined)
    ? [...PROJECTION_COLUMNS, ...PAST_COLUMNS]
    : PROJECTION_COLUMNS
  const lines = rows.map((row) => columns.map((column) => field(row[column] ?? '')).join())
  return `${[columns.join(), ...lines].join('\n')}\n`
}
