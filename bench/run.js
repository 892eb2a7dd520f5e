// Measures the engine and prints ratios from one run: `npm run bench`, or with names of parts.
import { mkdir } from 'node:fs/promises'
import os from 'node:os'
import { fileURLToPath, pathToFileURL } from 'node:url'
import esbuild from 'esbuild'
import { buildAssets } from '../build-assets.js'
import { compileKernel } from '../build-kernel.js'
import { cohortWorkload } from './w1/cohort-workload.js'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const BUILT = 'dist/bench'

const parts = {
  w1: cohortWorkload,
  model: async () => (await built('full-model')).fullModel(),
  view: async () => (await built('national-view')).nationalView(),
  plan: async () => (await built('plan')).plan(),
  builder: async () => {
    await buildAssets('dist/assets')
    await (await built('builder')).builder()
  },
  csv: async () => (await built('csv-speed')).csvSpeed(),
  reference: async () => (await built('kernel-and-reference')).kernelAndReference(),
}

/** @param {string} name @returns {Promise<any>} the built part, which exports its function by its own name */
const built = (name) => import(pathToFileURL(`${BUILT}/${name}.js`).href)

await mkdir(BUILT, { recursive: true })
await compileKernel(`${BUILT}/kernel.wasm`)
await esbuild.build({
  entryPoints: {
    'full-model': 'bench/full-model.ts',
    'full-model-run': 'bench/full-model-run.ts',
    'national-view': 'bench/national-view.ts',
    plan: 'bench/plan.ts',
    builder: 'bench/builder.ts',
    'csv-speed': 'bench/csv-speed.ts',
    'csv-memory-run': 'bench/csv-memory-run.ts',
    'kernel-and-reference': 'bench/kernel-and-reference.ts',
    worker: 'src/threads/worker.ts',
  },
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'esm',
  outdir: BUILT,
  logLevel: 'warning',
})

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in parts))
if (unknown.length > 0) {
  console.error(
    `There is no benchmark named ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.`,
  )
  process.exit(2)
}
const cpu = os.cpus()
console.log(
  `${cpu.length} cores of ${cpu[0]?.model ?? 'an unknown processor'}, Node ${process.versions.node}`,
)
for (const [name, measure] of Object.entries(parts))
  if (wanted.length === 0 || wanted.includes(name)) await measure()
