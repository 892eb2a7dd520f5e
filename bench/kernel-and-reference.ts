import { readFile } from 'node:fs/promises'
import { createDrawFactors } from '../src/engine/ensemble/draw-factors.ts'
import { createSimulate } from '../src/engine/ensemble/simulate.ts'
import { simulateDraw } from '../src/engine/reference/simulate-draw.ts'
import { limitAreas } from '../src/pipeline/limit-areas.ts'
import { cellUpdates, england } from './england.ts'
import { interleaved, row } from './rounds.js'

const ROUNDS = 3

/** The kernel against the plain reference engine, in cell-updates a second. */
export async function kernelAndReference(): Promise<void> {
  console.log('\nThe kernel and the plain reference engine, 1 thread')
  const simulate = createSimulate(new Uint8Array(await readFile(new URL('./kernel.wasm', import.meta.url))))
  const request = await england(200)
  const area = { ...request, model: limitAreas(request.model, [0]), rollUp: false }
  const factors = createDrawFactors(area.model)(area.seed, 0)
  const speeds = await interleaved(ROUNDS, {
    'Kernel, percentiles included': async () => {
      const start = performance.now()
      await simulate(area)
      return cellUpdates(area) / (performance.now() - start) / 1000
    },
    'Reference engine': () => {
      const start = performance.now()
      simulateDraw(area.model, factors)
      return cellUpdates({ ...area, draws: 1 }) / (performance.now() - start) / 1000
    },
  })
  const [kernel = 0, reference = 0] = Object.values(speeds)
  for (const [name, speed] of Object.entries(speeds))
    row(name, `${speed.toFixed(1)} million cell-updates a second`)
  row('Kernel to reference engine', (kernel / reference).toFixed(0))
}
