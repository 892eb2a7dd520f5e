import type { Measure } from './measure.ts'
import type { Origin } from './origin.ts'
import type { SeriesCode, Statistic } from './projection.ts'

/** Which figure is asked about. */
export interface Question {
  /** Year of a 31 March. */
  readonly year: number
  /** `ENG`, a region code or an area code. */
  readonly area: string
  /** Code of an occupation, staff group or sector, or `all`. */
  readonly code: string
  readonly measure: string
}

/** An assumption that a figure rests on. */
export interface ExplainedAssumption {
  /** What is assumed, for example `Share of nurses who are midwives`. */
  readonly what: string
  /** Its value as text with its unit, for example `0.043 of heads`. */
  readonly value: string
  readonly origin: Origin
  /** File and row it stands on, for example `data/assumptions/vacancies.csv, row 4`. */
  readonly place: string
}

/** One figure, and everything it comes from. */
export interface Explanation {
  readonly year: number
  readonly area: { readonly code: string; readonly name: string }
  readonly series: SeriesCode
  readonly measure: Measure
  /** The figure of the central run; NaN where the measure does not apply. */
  readonly value: number
  /** The figure's statistics over the draws; null for a figure that was asked for without a run. */
  readonly statistics: Readonly<Record<Statistic, number>> | null
  /** How the figure is reached, in a sentence or two. */
  readonly method: string
  /** Publications the figure starts from. */
  readonly origins: readonly Origin[]
  readonly assumptions: readonly ExplainedAssumption[]
}
