import type { Design } from './ensemble.ts'
import type { ResultArea, SeriesCode } from './projection.ts'

/** Statistics of a comparison, over the draws of both scenarios taken together. */
export const COMPARISON_STATISTICS = ['central', 'mean', 'p10', 'p50', 'p90'] as const
export type ComparisonStatistic = (typeof COMPARISON_STATISTICS)[number]

/** What a part of a comparison is. */
export type PartKind =
  | 'a'
  | 'b'
  /** b less a, draw by draw. */
  | 'difference'
  /** What one lever, the rules for posts, the feedback or the changed assumptions do alone on top of a. */
  | 'lever'
  | 'posts'
  | 'feedback'
  | 'assumptions'
  /** The difference less all of these: what they do together beyond what each does alone. */
  | 'interaction'

/** One line of a comparison. */
export interface ComparisonPart {
  readonly kind: PartKind
  /** Code of the lever; the kind for the rest. */
  readonly code: string
  readonly title: string
}

/** Two scenarios compared draw by draw, with the same draws of every assumption they share. */
export interface Comparison {
  readonly a: { readonly name: string; readonly title: string }
  readonly b: { readonly name: string; readonly title: string }
  readonly area: ResultArea
  readonly series: readonly SeriesCode[]
  /** Calendar years of the 31 Marches, base year first. */
  readonly years: readonly number[]
  /** Codes of `MEASURES`, in order. */
  readonly measures: readonly string[]
  readonly draws: number
  readonly seed: number
  readonly design: Design
  /** a, b, the difference, its parts, the interaction. */
  readonly parts: readonly ComparisonPart[]
  /** [part][series][year][measure][statistic] in the order of `COMPARISON_STATISTICS`; NaN where a value doesn’t apply. */
  readonly values: Float64Array
}

/** A value of a comparison; NaN where it doesn’t apply. Indices must be in range. */
export function comparisonValue(
  comparison: Comparison,
  part: number,
  series: number,
  year: number,
  measure: number,
  statistic: ComparisonStatistic,
): number {
  const { series: s, years, measures, values } = comparison
  const cell = ((part * s.length + series) * years.length + year) * measures.length + measure
  return values[cell * COMPARISON_STATISTICS.length + COMPARISON_STATISTICS.indexOf(statistic)]!
}
