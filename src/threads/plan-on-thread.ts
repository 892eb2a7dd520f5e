import { Worker } from 'node:worker_threads'
import type { InputFiles } from '../domain/input-files.ts'
import type { Plan, PlanRequest } from '../domain/plan.ts'
import type { ErrorCode } from '../errors/catalogue.ts'
import { type ErrorDetails, HeadroomError } from '../errors/headroom-error.ts'
import type { PlanJob, PlanNews } from './plan-job.ts'

/** Works out a plan without holding up this thread. An abort ends it at once and throws the signal’s reason. */
export type PlanElsewhere = (
  files: InputFiles,
  request: PlanRequest,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
) => Promise<Plan>

/** Where the parts of the program are. */
export interface PlanParts {
  /** The compiled kernel, dist/kernel.wasm. */
  readonly kernel: Uint8Array<ArrayBuffer>
  /** The built worker, dist/plan-worker.js. */
  readonly worker: URL
}

/**
 * Plans on a worker thread of its own. A mistake in the request or the data is thrown as it would be here; where
 * the thread fails or dies, that is thrown.
 */
export function createPlanOnThread({ kernel, worker: script }: PlanParts): PlanElsewhere {
  return async (files, request, onProgress, signal) => {
    signal.throwIfAborted()
    const job: PlanJob = { files, request, kernel }
    const worker = new Worker(script, { workerData: job })
    const stop = (): void => void worker.terminate()
    signal.addEventListener('abort', stop, { once: true })
    try {
      return await new Promise<Plan>((resolve, reject) => {
        worker.on('message', (news: PlanNews) => {
          if (news.kind === 'progress') onProgress(news.done, news.total)
          else if (news.kind === 'done') resolve(news.plan)
          else reject(new HeadroomError(news.code as ErrorCode, news.details as ErrorDetails<ErrorCode>))
        })
        worker.on('error', reject)
        worker.on('exit', (code) =>
          reject(
            signal.aborted ? signal.reason : new Error(`the thread that plans ended with status ${code}`),
          ),
        )
      })
    } finally {
      signal.removeEventListener('abort', stop)
      await worker.terminate()
    }
  }
}
