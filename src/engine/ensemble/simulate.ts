import type { EnsembleRequest, Simulate } from '../../domain/ensemble.ts'
import { createReadyRun } from './ready-run.ts'
import { resultOf } from './shared-numbers.ts'
import { createTurns } from './turns.ts'

/**
 * An ensemble on this thread. Gives way to other work every few dozen milliseconds, to report progress
 * and to notice an abort, which throws the signal's reason. Throws `memory-exceeded` where the draws
 * need too much memory.
 * @param kernelBytes the compiled kernel, dist/kernel.wasm
 */
export function createSimulate(kernelBytes: Uint8Array<ArrayBuffer>): Simulate {
  const ready = createReadyRun(kernelBytes)
  return async (request: EnsembleRequest, onProgress, signal) => {
    signal?.throwIfAborted()
    const { plan, shared, run, end } = await ready(request)
    const { groups, units } = plan
    const turns = createTurns(signal, groups * (1 + units.areas.length), onProgress)
    try {
      for (let group = 0; group < groups; group++) {
        run.drawGroup(group)
        await turns.step()
      }
      for (const area of units.areas) {
        const r = area.areas[0]!
        run.startArea(r)
        for (let group = 0; group < groups; group++) {
          run.simulateGroup(group)
          await turns.step()
        }
        run.publish(area)
        const region = run.addArea(r)
        if (region) run.publish(region)
      }
      if (units.england) {
        run.loadEngland()
        run.publish(units.england)
      }
      return resultOf(shared, request.keep)
    } finally {
      turns.close()
      end()
    }
  }
}
