// One run of the full model in a process of its own, so that its memory is its own: threads, draws.
import { readFile } from 'node:fs/promises'
import { createSimulateOnThreads } from '../src/threads/simulate-on-threads.ts'
import { cellUpdates, england } from './england.ts'

const [threads = 1, draws = 1] = process.argv.slice(2).map(Number)
const request = await england(draws)
const simulate = createSimulateOnThreads({
  kernel: new Uint8Array(await readFile(new URL('./kernel.wasm', import.meta.url))),
  worker: new URL('./worker.js', import.meta.url),
  threads,
})
const start = performance.now()
await simulate(request)
const seconds = (performance.now() - start) / 1000
const peak = process.resourceUsage().maxRSS / 1024
console.log(JSON.stringify({ seconds, peak, cells: cellUpdates(request) }))
