import type { Level, Statistic } from '../../domain/projection.ts'

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
  readonly statistic: Statistic | 'count'
  readonly value: number
  /** Of the past alone: the day that was counted, and that of the last count that a projection of it knew. */
  readonly counted?: string
  readonly projected_from?: string
}
