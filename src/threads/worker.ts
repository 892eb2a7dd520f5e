import { parentPort, workerData } from 'node:worker_threads'
import { work } from './work.ts'
import type { WorkerJob } from './worker-job.ts'

await work(workerData as WorkerJob, (done) => parentPort?.postMessage(done, [done.sum.buffer]))
