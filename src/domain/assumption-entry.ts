import type { AssumptionKind, Impact, Source } from './assumption-book.ts'
import type { Basis, Quality } from './origin.ts'

/** One value of an assumption, with what its column means. */
export interface EntryValue {
  readonly column: string
  readonly text: string
  /** What the column means, its unit and how it is known to move; null where the manifest has no line for it. */
  readonly meaning: string | null
  readonly unit: string | null
  readonly kind: AssumptionKind | null
  readonly impact: Impact | null
}

/** One row of the book of assumptions, as people read it. */
export interface AssumptionEntry {
  /** Name of its table, as under `data/assumptions/`. */
  readonly table: string
  /** Names it within its table, for good: its codes joined by dots. */
  readonly key: string
  /** Line of its file, the header being row 1. */
  readonly row: number
  /** Its codes in words. */
  readonly name: string
  readonly values: readonly EntryValue[]
  readonly basis: Basis
  readonly quality: Quality
  readonly source: Source
  readonly signedBy: string
  readonly expires: string
  readonly note: string
}
