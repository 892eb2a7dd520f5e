import { parentPort, workerData } from 'node:worker_threads'
import { createSimulate } from '../engine/ensemble/simulate.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { planWorkforce } from '../pipeline/plan-workforce.ts'
import type { PlanJob, PlanNews } from './plan-job.ts'
import { createSolveWithHighs } from './solve-with-highs.ts'

const { files, request, kernel } = workerData as PlanJob
const tell = (news: PlanNews): void => parentPort?.postMessage(news)
try {
  // One thread for all of it, so that a machine of two keeps one free to answer others.
  const simulate = createSimulate(kernel)
  const engines = { quick: simulate, full: simulate, solve: createSolveWithHighs() }
  const plan = await planWorkforce(files, request, engines, (done, total) =>
    tell({ kind: 'progress', done, total }),
  )
  tell({ kind: 'done', plan })
} catch (error) {
  if (!(error instanceof HeadroomError)) throw error
  tell({ kind: 'refused', code: error.code, details: error.details })
}
