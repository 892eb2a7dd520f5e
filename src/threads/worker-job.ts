import type { EnsembleRequest } from '../domain/ensemble.ts'
import type { SharedNumbers } from '../engine/ensemble/shared-numbers.ts'

/** What a worker thread is given at its start. */
export interface WorkerJob {
  readonly request: EnsembleRequest
  readonly kernel: WebAssembly.Module
  /** Arrays on shared memory. */
  readonly shared: SharedNumbers
  readonly baton: SharedArrayBuffer
}
