import type { AssumptionKind, Impact } from './assumption-book.ts'
import type { Judgement } from './judgement.ts'

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

/** One row of the book of assumptions, as people read it; the header of its file is row 1. */
export interface AssumptionEntry extends Omit<Judgement, 'file'> {
  /** Name of its table, as under `data/assumptions/`. */
  readonly table: string
  /** Names it within its table, for good: its codes joined by dots. */
  readonly key: string
  /** Its codes in words. */
  readonly name: string
  readonly values: readonly EntryValue[]
}
