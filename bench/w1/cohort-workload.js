import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { compileAssembly } from '../../build-kernel.js'
import { interleaved, row } from '../rounds.js'
import { AREAS, cellUpdates, OCCUPATIONS, YEARS } from './workload.js'

const WORKLOADS =
  process.env.HEADROOM_WORKLOADS ?? fileURLToPath(new URL('../../../shared/bench-workloads', import.meta.url))
const DRAWS = 200
const ROUNDS = 5

/** W1, the common cohort workload: this project's kernel technique against plain and hand-tuned C. */
export async function cohortWorkload() {
  console.log('\nW1, cohort ensemble: 138,600 cells, 20 years, 4 moves from each occupation')
  if (!existsSync(join(WORKLOADS, 'build.sh')))
    return skip('the common workloads are not beside the repository')
  const folder = mkdtempSync(join(tmpdir(), 'headroom-w1-'))
  try {
    try {
      execFileSync('bash', [join(WORKLOADS, 'build.sh'), folder], { stdio: ['ignore', 'ignore', 'pipe'] })
    } catch (error) {
      return skip(`the C kernels can’t be built: ${error instanceof Error ? error.message : error}`)
    }
    await compileAssembly('bench/w1/assembly/cohort.ts', join(folder, 'cohort.wasm'))
    await compare(folder, new Uint8Array(readFileSync(join(folder, 'cohort.wasm'))))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {string} folder @param {Uint8Array<ArrayBuffer>} kernel */
async function compare(folder, kernel) {
  const out = new Float64Array(new SharedArrayBuffer(DRAWS * YEARS * OCCUPATIONS * AREAS * 8))
  const data = join(folder, 'data')
  let checksum = 0
  const c = (/** @type {string} */ variant, /** @type {number} */ threads) => () => {
    const env = { ...process.env, WORKLOAD_DATA: data, OMP_NUM_THREADS: String(threads) }
    const printed = execFileSync(join(folder, 'w1'), [variant, String(DRAWS)], { env, encoding: 'utf8' })
    const { Mcells_per_s: speed, chk_draw0 } = JSON.parse(printed)
    checksum = chk_draw0
    return speed
  }
  const own = (/** @type {number} */ threads) => async () => {
    const share = DRAWS / threads
    const seconds = await Promise.all(
      Array.from({ length: threads }, (_, i) =>
        inWorker({ kernel, folder: data, first: i * share, draws: share, out }),
      ),
    )
    return cellUpdates(DRAWS) / Math.max(...seconds) / 1e6
  }
  const speeds = await interleaved(ROUNDS, {
    'C, plain loops (v1), 1 thread': c('v1', 1),
    'C, SIMD and blocked (v8), 1 thread': c('v8', 1),
    'C, SIMD and blocked (v8), 2 threads': c('v8', 2),
    'Headroom, 1 thread': own(1),
    'Headroom, 2 threads': own(2),
  })
  const [v1 = 0, v8 = 0, , one = 0, two = 0] = Object.values(speeds)
  for (const [name, speed] of Object.entries(speeds))
    row(name, `${speed.toFixed(0)} million cell-updates a second`)
  row('Headroom to C v8, 1 thread', (one / v8).toFixed(2))
  row('Headroom to C v1, 1 thread', (one / v1).toFixed(2))
  row('2 threads to 1', (two / one).toFixed(2))
  const sum = out.subarray(0, out.length / DRAWS).reduce((a, b) => a + b, 0)
  if (Math.abs(sum / checksum - 1) > 1e-8) throw new Error(`W1 gives ${sum}, C ${checksum}`)
  row('checksum of draw 0, as C', sum.toPrecision(9))
  row('NumPy, SDEverywhere', 'not compared: the common workloads have kernels in C alone')
}

/** @param {Parameters<typeof import('./run-draws.js').runDraws>[0]} job @returns {Promise<number>} seconds */
const inWorker = (job) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: job })
    worker.once('message', resolve)
    worker.once('error', reject)
  })

/** @param {string} reason */
const skip = (reason) => console.log(`  skipped: ${reason}`)
