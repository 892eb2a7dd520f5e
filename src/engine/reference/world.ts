import type { Cell } from './cells.ts'
import type { Pipelines } from './pipelines.ts'

/** Everything that one year hands to the next. */
export interface World {
  readonly cells: readonly Cell[]
  /** Training by area, since its pressure acts on attrition [r]. */
  readonly pipelines: readonly Pipelines[]
  /** Need per FTE at work over that of the base [o][r]. */
  readonly pressure: readonly (readonly number[])[]
  /** Unpaid hours per adult over those of the base [r]. */
  readonly burden: readonly number[]
}
