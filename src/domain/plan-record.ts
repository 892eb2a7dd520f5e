import type { Plan } from './plan.ts'

/** An answer to “what would it take”, as a server keeps it. */
export interface PlanRecord {
  /** First digits of the SHA-256 of question, inputs and version: the same question of the same data has the same one. */
  readonly id: string
  /** The question as an address says it, canonical. */
  readonly question: string
  /** SHA-256 over the checksums of all input files, and the version of Headroom. */
  readonly inputs: string
  readonly version: string
  /** When it was worked out, such as `2026-11-22T09:00:00Z`. */
  readonly made: string
  readonly plan: Plan
  /** What the plan comes to with ranges, in sentences; none where that couldn’t be worked out. */
  readonly words: readonly string[]
}
