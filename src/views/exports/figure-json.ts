import { STATISTICS } from '../../domain/projection.ts'
import type { PastPoint, PublishedPast } from '../../domain/published-past.ts'
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
  /** The published past of the first measure; not there where the figure shows none. */
  readonly past?: {
    readonly measure: string
    /** What was counted and how that differs from what the run counts. */
    readonly description: string
    readonly counts: readonly { readonly counted: string; readonly value: number }[]
    readonly projections: readonly {
      readonly projected_from: string
      readonly points: readonly (Pick<PastPoint, 'p10' | 'p50' | 'p90' | 'actual'> & {
        readonly counted: string
      })[]
    }[]
  }
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
    ...(chart.past && { past: pastDocument(chart.past) }),
  }
}

const pastDocument = ({
  measure,
  counted,
  counts,
  projections,
}: PublishedPast): NonNullable<FigureDocument['past']> => ({
  measure,
  description: counted,
  counts: counts.map(({ code, value }) => ({ counted: code, value })),
  projections: projections.map(({ origin, points }) => ({
    projected_from: origin.code,
    points: points.map(({ code, p10, p50, p90, actual }) => ({ counted: code, p10, p50, p90, actual })),
  })),
})
