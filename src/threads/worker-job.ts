import type { EnsembleRequest } from '../domain/ensemble.ts'
import type { SharedNumbers } from '../engine/ensemble/shared-numbers.ts'

/** What a worker thread is given at its start. */
export interface WorkerJob {
  readonly request: EnsembleRequest
  readonly kernel: WebAssembly.Module
  /** Arrays on shared memory. */
  readonly shared: SharedNumbers
  readonly baton: SharedArrayBuffer
  /** The part of the run to do; all of it where none is named. */
  readonly part?: RunPart
}

/** Part of a run: whole regions, or England alone from the sum of its regions. */
export interface RunPart {
  /** Areas to simulate, in the order of the model, regions whole. */
  readonly areas: readonly number[]
  /** Whether every draw's factors are in the shared numbers already. */
  readonly isDrawn: boolean
  /** Whether to publish England, whose draws are then in the shared numbers once the areas are done. */
  readonly england: boolean
}

/** What a worker thread tells when it has done a region of a part. */
export interface RegionDone {
  /** Number of the region, from 0. */
  readonly region: number
  /** See `RegionShard.sum`. */
  readonly sum: Float64Array<ArrayBuffer>
}
