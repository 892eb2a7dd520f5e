import type { Origin } from './origin.ts'

/** A figure with its origin: a published total, or an assumption. */
export interface ExplainedInput {
  readonly name: string
  readonly value: string
  readonly origin: Origin
  /** File and row where it stands, relative to the data folder; null for a published total summed from many rows. */
  readonly place: string | null
  readonly signedBy: string | null
  readonly expires: string | null
  readonly note: string
}

/** How one number came about. */
export interface Explanation {
  readonly title: string
  readonly measure: string
  readonly definition: string
  readonly formula: string
  readonly unit: string
  /** Central value; null where the measure does not apply. */
  readonly value: number | null
  /** The 80 per cent range, or null for a base figure or without a run. */
  readonly range: { readonly p10: number; readonly p90: number } | null
  /** How the number was reached, a sentence a step. */
  readonly method: readonly string[]
  readonly inputs: readonly ExplainedInput[]
  /** Run the value comes from, or null for a base figure. */
  readonly run: string | null
}
