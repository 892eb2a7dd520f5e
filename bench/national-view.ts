import { readFile } from 'node:fs/promises'
import { createDrawFactors } from '../src/engine/ensemble/draw-factors.ts'
import { createSimulate } from '../src/engine/ensemble/simulate.ts'
import { limitAreas } from '../src/pipeline/limit-areas.ts'
import { england } from './england.ts'
import { interleaved, row } from './rounds.js'

const DRAWS = 200
const ROUNDS = 15

/** A national view: one area, 200 draws, one thread, as a page would run it while a slider moves. */
export async function nationalView(): Promise<void> {
  console.log(`\nA view of one area or England as one: 51 occupations, 20 years, ${DRAWS} draws, 1 thread`)
  const simulate = createSimulate(new Uint8Array(await readFile(new URL('./kernel.wasm', import.meta.url))))
  const request = await england(DRAWS)
  const view = { ...request, model: limitAreas(request.model, [0]), rollUp: false }
  const drawFactors = createDrawFactors(view.model)
  const times = await interleaved(ROUNDS, {
    all: () => timed(() => simulate(view)),
    draws: () =>
      timed(async () => {
        for (let draw = -1; draw < DRAWS; draw++) drawFactors(view.seed, draw)
      }),
  })
  const { all = 0, draws = 0 } = times
  row('from request to percentiles', `${all.toFixed(0)} ms (goal: under 60 ms)`)
  row('of which drawing the assumptions', `${draws.toFixed(0)} ms`)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
