import { STATISTICS } from '../../domain/projection.ts'
import { describeFan } from '../fan/describe-fan.ts'
import { type ChartSubject, createFanChart } from '../fan/fan-chart.ts'
import type { ProjectionReader } from '../projection-reader.ts'

/** A figure as plain data for machines: years once, then each measure's statistics in their order. */
export interface FigureDocument {
  readonly run: string
  readonly scenario: string
  readonly title: string
  readonly description: string
  readonly area: { readonly code: string; readonly name: string }
  readonly series: { readonly level: string; readonly code: string; readonly name: string }
  readonly unit: string
  readonly years: readonly number[]
  readonly measures: readonly {
    readonly code: string
    /** Code of the area whose values these are. */
    readonly area: string
    readonly label: string
    /** By statistic, a value per year; null where it does not apply. */
    readonly values: Readonly<Record<string, readonly (number | null)[]>>
  }[]
}

/** Gathers a figure's values for the programming interface and the JSON download. */
export function figureDocument(reader: ProjectionReader, subject: ChartSubject): FigureDocument {
  const chart = createFanChart(reader, subject)
  const { manifest, years } = reader.projection
  const { area, series } = subject
  return {
    run: manifest.run,
    scenario: manifest.scenario,
    title: chart.title,
    description: describeFan(chart),
    area: { code: area.code, name: area.name },
    series: { level: series.level, code: series.code, name: series.name },
    unit: chart.unit,
    years,
    measures: chart.curves.map(({ measure, area: place, label, points }) => ({
      code: measure,
      area: place,
      label,
      values: Object.fromEntries(
        STATISTICS.map((statistic) => [statistic, points.map(({ spread }) => spread?.[statistic] ?? null)]),
      ),
    })),
  }
}
