import type { InputFiles } from '../domain/input-files.ts'
import type { Plan, PlanRequest } from '../domain/plan.ts'

/** What the thread that plans is given at its start. */
export interface PlanJob {
  readonly files: InputFiles
  readonly request: PlanRequest
  /** The compiled engine, dist/kernel.wasm. */
  readonly kernel: Uint8Array<ArrayBuffer>
}

/** What it tells. A fault of the program isn’t told: it ends the thread. */
export type PlanNews =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly plan: Plan }
  /** A mistake in what was asked or in the data: code and details of the error. */
  | {
      readonly kind: 'refused'
      readonly code: string
      readonly details: Readonly<Record<string, string | number>>
    }
