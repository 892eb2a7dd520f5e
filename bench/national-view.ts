import { readFile } from 'node:fs/promises'
import type { EnsembleRequest } from '../src/domain/ensemble.ts'
import { createReadyRun } from '../src/engine/ensemble/ready-run.ts'
import { createSimulate } from '../src/engine/ensemble/simulate.ts'
import { englandAsOne } from './england.ts'
import { interleaved, row } from './rounds.js'

const DRAWS = 200
const ROUNDS = 25

/** A national view: England as one area, 200 draws, one thread, as a page would run it while a slider moves. */
export async function nationalView(): Promise<void> {
  console.log(
    `\nA view of England as one area: 51 occupations, 20 years, ${DRAWS} draws, 4 series, 6 measures, 1 thread`,
  )
  const kernel = new Uint8Array(await readFile(new URL('./kernel.wasm', import.meta.url)))
  const request = await englandAsOne(DRAWS)
  const simulateAlone = await simulation(request, kernel)
  const simulate = createSimulate(kernel)
  let moved = 0
  const times = await interleaved(ROUNDS, {
    moved: () => timed(() => simulate(slid(request, moved++ / 100))),
    // Another seed: nothing drawn before serves.
    anew: () => timed(() => createSimulate(kernel)({ ...request, seed: moved++ })),
    kernel: () => timed(simulateAlone),
  })
  const { moved: view = 0, anew = 0, kernel: alone = 0 } = times
  row('a slider moved, from request to percentiles', `${view.toFixed(0)} ms (goal: under 60 ms)`)
  row('the first time, everything drawn and readied', `${anew.toFixed(0)} ms`)
  row('the kernel’s simulation alone', `${alone.toFixed(0)} ms`)
  row('a slider moved to the kernel alone', (view / alone).toFixed(2))
}

/** The request with a policy on leaving that grows over the years: its strength is the slider's place. */
function slid(request: EnsembleRequest, place: number): EnsembleRequest {
  const { model } = request
  const effect = {
    id: 'slider',
    lever: 'slider',
    target: 'leave' as const,
    members: Int32Array.of(0, 1, 2, 3, 4, 5),
    path: Float64Array.from({ length: model.years }, (_, y) => Math.min(1, y / 5)),
    strength: { kind: 'normal' as const, mean: -place, sd: 0.05 },
  }
  return { ...request, model: { ...model, effects: [...model.effects, effect] } }
}

/** The kernel's part alone: every group of draws simulated, nothing drawn, written or published. */
async function simulation(request: EnsembleRequest, kernel: Uint8Array<ArrayBuffer>): Promise<() => void> {
  const { plan, run } = await createReadyRun(kernel)(request)
  for (let group = 0; group < plan.groups; group++) run.drawGroup(group)
  run.startArea(0)
  return () => {
    for (let group = 0; group < plan.groups; group++) run.simulateGroup(group)
  }
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
