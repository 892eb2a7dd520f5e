import { Worker } from 'node:worker_threads'
import type { EnsembleRequest, Simulate } from '../domain/ensemble.ts'
import { planRun } from '../engine/ensemble/ensemble-run.ts'
import { threadsWithin } from '../engine/ensemble/memory-plan.ts'
import { createSharedNumbers, resultOf } from '../engine/ensemble/shared-numbers.ts'
import { createBaton, createBatonMemory } from './baton.ts'
import type { WorkerJob } from './worker-job.ts'

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
 * Draws leave short-lived arrays behind, which only a collection of the young generation frees: keep it
 * small, or they pile up to some 50 MB a thread.
 */
const LIMITS = { maxYoungGenerationSizeMb: 4 }

/** How often progress is reported, in milliseconds. */
const REPORT = 100

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
    const memory = createBatonMemory()
    compiled ??= WebAssembly.compile(kernel)
    const job: WorkerJob = { request, kernel: await compiled, shared, baton: memory }
    const baton = createBaton(memory)
    const total = groups * (1 + units.areas.length)
    const report = setInterval(() => onProgress?.(baton.steps(), total), REPORT)
    try {
      await allDone(
        Array.from({ length: count }, () => new Worker(worker, { workerData: job, resourceLimits: LIMITS })),
        signal,
      )
      onProgress?.(total, total)
      return resultOf(shared, request.keep)
    } finally {
      clearInterval(report)
    }
  }
}

/**
 * Waits until every worker has ended by itself. Where one fails, or the signal aborts, stops them all and
 * throws why once they have ended.
 */
async function allDone(workers: readonly Worker[], signal: AbortSignal | undefined): Promise<void> {
  let failure: { readonly reason: unknown } | undefined
  const stop = (reason: unknown): void => {
    failure ??= { reason }
    for (const worker of workers) void worker.terminate()
  }
  const abort = (): void => stop(signal?.reason)
  signal?.addEventListener('abort', abort, { once: true })
  if (signal?.aborted) abort()
  const end = (worker: Worker): Promise<void> =>
    new Promise((resolve) => {
      worker.on('error', stop)
      worker.on('exit', (code) => {
        if (code !== 0) stop(new Error(`a worker thread ended with status ${code}`))
        resolve()
      })
    })
  await Promise.all(workers.map(end))
  signal?.removeEventListener('abort', abort)
  if (failure) throw failure.reason
}
