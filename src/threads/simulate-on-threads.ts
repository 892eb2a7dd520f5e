import type { EnsembleRequest, Simulate } from '../domain/ensemble.ts'
import { planRun } from '../engine/ensemble/ensemble-run.ts'
import { threadsWithin } from '../engine/ensemble/memory-plan.ts'
import { createSharedNumbers, resultOf } from '../engine/ensemble/shared-numbers.ts'
import { runThreads } from './run-threads.ts'

/** Where the parts of the program are, and how many threads to use. */
export interface ThreadOptions {
  /** The compiled kernel, dist/kernel.wasm. */
  readonly kernel: Uint8Array<ArrayBuffer>
  /** The built worker, dist/worker.js. */
  readonly worker: URL
  /** Worker threads, 1 or more; fewer are used where there are fewer areas or memory is short. */
  readonly threads: number
}

/**
 * An ensemble on worker threads, with the same bits as on one thread. This thread stays free. An abort
 * stops the workers at once and throws the signal's reason; an error in a worker stops the others and is
 * thrown. Throws `memory-exceeded` where the draws need too much memory.
 */
export function createSimulateOnThreads({ kernel, worker, threads }: ThreadOptions): Simulate {
  let compiled: Promise<WebAssembly.Module> | undefined
  return async (request: EnsembleRequest, onProgress, signal) => {
    signal?.throwIfAborted()
    const { shape, units, groups } = planRun(request)
    const wished = Math.max(1, Math.min(threads, units.areas.length))
    const count = threadsWithin(shape, units.count, wished, request)
    const shared = createSharedNumbers(
      shape,
      units,
      request.draws,
      request.keep,
      (numbers) => new Float64Array(new SharedArrayBuffer(numbers * 8)),
    )
    compiled ??= WebAssembly.compile(kernel)
    await runThreads(
      { worker, count, total: groups * (1 + units.areas.length), onProgress, signal },
      { request, kernel: await compiled, shared },
    )
    return resultOf(shared, request.keep)
  }
}
