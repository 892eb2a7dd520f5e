import { readFile } from 'node:fs/promises'
import type { Simulate } from '../src/domain/ensemble.ts'
import type { SolveLinear } from '../src/domain/linear-programme.ts'
import { createSimulate } from '../src/engine/ensemble/simulate.ts'
import { planWorkforce } from '../src/pipeline/plan-workforce.ts'
import { loadInputFiles } from '../src/storage/load-input-files.ts'
import { createSolveWithHighs } from '../src/threads/solve-with-highs.ts'
import { row } from './rounds.js'

const DRAWS = 100
const GOAL = 10

/** A least-cost plan for England: 15 years, every programme, one thread; time of the processor, not of the clock. */
export async function plan(): Promise<void> {
  console.log(`\nA least-cost plan for England: 15 years, every programme, ${DRAWS} draws, 1 thread`)
  const simulate = createSimulate(new Uint8Array(await readFile(new URL('./kernel.wasm', import.meta.url))))
  const solve = createSolveWithHighs()
  const files = await loadInputFiles('data')
  const spent = { linear: 0, quick: 0, full: 0 }
  const counted =
    <Args extends readonly unknown[], Result>(
      part: keyof typeof spent,
      work: (...args: Args) => Promise<Result>,
    ) =>
    async (...args: Args): Promise<Result> => {
      const start = processorTime()
      const result = await work(...args)
      spent[part] += processorTime() - start
      return result
    }
  const request = {
    coverage: null,
    quantile: 80,
    years: 15,
    from: null,
    occupations: [],
    draws: DRAWS,
    seed: 1,
    limits: {},
    countStaffPay: true,
  }
  const start = processorTime()
  const found = await planWorkforce(files, request, {
    quick: counted('quick', simulate) as Simulate,
    full: counted('full', simulate) as Simulate,
    solve: counted('linear', solve) as SolveLinear,
  })
  const all = processorTime() - start
  const search = all - spent.full
  row(
    'search for the plan',
    `${share(search)} of the goal of ${GOAL} s (${found.iterations} linear programmes)`,
  )
  row('of which linear programmes', share(spent.linear))
  row('of which England as one area', share(spent.quick))
  row('runs of all areas that correct and confirm it', share(spent.full))
  row('largest difference from all areas', `${(found.confirmation.difference * 100).toFixed(3)} points (0.1)`)
}

const share = (seconds: number): string => (seconds / GOAL).toFixed(2)

/** Seconds of processor time that this process has used. */
function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
