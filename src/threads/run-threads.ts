import { Worker } from 'node:worker_threads'
import { createBaton, createBatonMemory } from './baton.ts'
import type { RegionDone, WorkerJob } from './worker-job.ts'

/**
 * Draws leave short-lived arrays behind, which only a collection of the young generation frees: keep it
 * small, or they pile up to some 50 MB a thread.
 */
const LIMITS = { maxYoungGenerationSizeMb: 4 }

/** How often progress is reported, in milliseconds. */
const REPORT = 100

/** How a job runs on threads. */
export interface ThreadRun {
  /** The built worker, dist/worker.js. */
  readonly worker: URL
  /** Threads to start. */
  readonly count: number
  /** Steps the job takes in all. */
  readonly total: number
  readonly onProgress?: ((done: number, total: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
  /** Told of each region of a part of a run; where it fails, so does the job. */
  readonly onRegion?: (done: RegionDone) => Promise<void>
}

/**
 * Does a job on worker threads and waits for its end. An abort stops the workers at once and throws the
 * signal's reason; an error in a worker stops the others and is thrown.
 */
export async function runThreads(run: ThreadRun, work: Omit<WorkerJob, 'baton'>): Promise<void> {
  const { worker, count, total, onProgress, signal, onRegion } = run
  const memory = createBatonMemory()
  const job: WorkerJob = { ...work, baton: memory }
  const baton = createBaton(memory)
  const report = setInterval(() => onProgress?.(baton.steps(), total), REPORT)
  try {
    await allDone(
      Array.from({ length: count }, () => new Worker(worker, { workerData: job, resourceLimits: LIMITS })),
      signal,
      onRegion,
    )
    onProgress?.(total, total)
  } finally {
    clearInterval(report)
  }
}

/**
 * Waits until every worker has ended by itself. Where one fails, or the signal aborts, stops them all and
 * throws why once they have ended.
 */
async function allDone(
  workers: readonly Worker[],
  signal: AbortSignal | undefined,
  onRegion: ThreadRun['onRegion'],
): Promise<void> {
  const handled: Promise<void>[] = []
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
      worker.on('message', (done: RegionDone) => {
        if (onRegion) handled.push(onRegion(done).catch(stop))
      })
      worker.on('exit', (code) => {
        if (code !== 0) stop(new Error(`a worker thread ended with status ${code}`))
        resolve()
      })
    })
  await Promise.all(workers.map(end))
  await Promise.all(handled)
  signal?.removeEventListener('abort', abort)
  if (failure) throw failure.reason
}
