import { loadWorkload } from './workload.js'

/**
 * Simulates draws of the workload on this thread.
 * @param {{ kernel: Uint8Array<ArrayBuffer>, folder: string, first: number, draws: number, out: Float64Array }} job
 *   `out` is [draw][t - 1][o][area], of the draws from `first` on
 * @returns seconds for the simulation alone
 */
export async function runDraws({ kernel, folder, first, draws, out }) {
  const { simulate } = await loadWorkload(kernel, folder)
  // WebAssembly is first compiled fast, then well: let that happen before the clock starts.
  for (let draw = 0; draw < 10; draw++) simulate(draw)
  const start = performance.now()
  for (let draw = first; draw < first + draws; draw++) {
    const result = simulate(draw)
    out.set(result, draw * result.length)
  }
  return (performance.now() - start) / 1000
}
