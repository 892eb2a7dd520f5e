import { parentPort, workerData } from 'node:worker_threads'
import { runDraws } from './run-draws.js'

parentPort?.postMessage(await runDraws(workerData))
