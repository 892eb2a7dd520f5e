import type { EnsembleRequest, Simulate } from '../../domain/ensemble.ts'
import { createEnsembleRun, planRun } from './ensemble-run.ts'
import { createLeftovers } from './leftovers.ts'
import { threadsWithin } from './memory-plan.ts'
import { createSharedNumbers, resultOf } from './shared-numbers.ts'
import { createTurns } from './turns.ts'

/** Groups of draws simulated before other work gets a turn: some 30 ms of work. */
const GROUPS_PER_TURN = 16

/**
 * An ensemble on this thread. Gives way to other work every few dozen milliseconds, to report progress
 * and to notice an abort, which throws the signal's reason. Throws `memory-exceeded` where the draws
 * need too much memory. What one run drew and prepared is left for the next: where a page asks again with
 * other policies, only those are drawn.
 * @param kernelBytes the compiled kernel, dist/kernel.wasm
 */
export function createSimulate(kernelBytes: Uint8Array<ArrayBuffer>): Simulate {
  let compiled: Promise<WebAssembly.Module> | undefined
  let left: ReturnType<typeof createLeftovers> | undefined
  return async (request: EnsembleRequest, onProgress, signal) => {
    signal?.throwIfAborted()
    const plan = planRun(request)
    threadsWithin(plan.shape, plan.units.count, 1, request)
    compiled ??= WebAssembly.compile(kernelBytes)
    const leftovers = left ?? createLeftovers(await compiled)
    // A run that starts while this one waits its turn has none.
    left = undefined
    const shared = createSharedNumbers(
      plan.shape,
      plan.units,
      request.draws,
      request.keep,
      (numbers) => new Float64Array(numbers),
      leftovers.factors.numbers(plan.shape),
    )
    const run = await createEnsembleRun(request, plan, shared, leftovers)
    const turns = createTurns()
    const total = plan.groups * (1 + plan.units.areas.length)
    let done = 0
    const progress = async (): Promise<void> => {
      done++
      if (done % GROUPS_PER_TURN > 0 && done < total) return
      onProgress?.(done, total)
      await turns.next()
      signal?.throwIfAborted()
    }
    try {
      for (let group = 0; group < plan.groups; group++) {
        run.drawGroup(group)
        await progress()
      }
      for (const area of plan.units.areas) {
        const r = area.areas[0]!
        run.startArea(r)
        for (let group = 0; group < plan.groups; group++) {
          run.simulateGroup(group)
          await progress()
        }
        run.publish(area)
        const region = run.addArea(r)
        if (region) run.publish(region)
      }
      if (plan.units.england) {
        run.loadEngland()
        run.publish(plan.units.england)
      }
      return resultOf(shared, request.keep)
    } finally {
      turns.close()
      left = leftovers
    }
  }
}
