import type { EnsembleRequest, GroupSpan } from '../../domain/ensemble.ts'
import { createEnsembleRun, type EnsembleRun, planRun, type RunPlan } from './ensemble-run.ts'
import { createLeftovers } from './leftovers.ts'
import { threadsWithin } from './memory-plan.ts'
import { createSharedNumbers, type SharedNumbers } from './shared-numbers.ts'

/** A run on this thread, ready to be stepped through. */
export interface ReadyRun {
  readonly plan: RunPlan
  readonly shared: SharedNumbers
  readonly run: EnsembleRun
  /** Call when the run has ended, well or not: what it drew and prepared is left for the next. */
  end(): void
}

/**
 * Readies runs on this thread, one after the other. What one run drew and prepared is left for the next:
 * where a page asks again with other policies, only those are drawn. A run that starts before another has
 * ended begins with nothing. Throws `memory-exceeded` where the draws need too much memory.
 * @param kernelBytes the compiled kernel, dist/kernel.wasm
 * @returns readies a run of which this thread draws all groups of draws, or only those it is told
 */
export function createReadyRun(
  kernelBytes: Uint8Array<ArrayBuffer>,
): (request: EnsembleRequest, drawn?: GroupSpan) => Promise<ReadyRun> {
  let compiled: Promise<WebAssembly.Module> | undefined
  let left: ReturnType<typeof createLeftovers> | undefined
  let drawnBefore: GroupSpan | undefined
  return async (request, drawn) => {
    const plan = planRun(request)
    // what is left of other groups of draws is no use
    if (drawn?.first !== drawnBefore?.first || drawn?.end !== drawnBefore?.end) left = undefined
    drawnBefore = drawn
    threadsWithin(plan.shape, plan.units.count, 1, request)
    compiled ??= WebAssembly.compile(kernelBytes)
    const module = await compiled
    const leftovers = left ?? createLeftovers(module)
    left = undefined
    const shared = createSharedNumbers(
      plan.shape,
      plan.units,
      request.draws,
      request.keep,
      (numbers) => new Float64Array(numbers),
      leftovers.factors.numbers(plan.shape),
    )
    const run = await createEnsembleRun(request, plan, shared, leftovers, drawn)
    return {
      plan,
      shared,
      run,
      end() {
        if (drawn?.first === drawnBefore?.first && drawn?.end === drawnBefore?.end) left = leftovers
      },
    }
  }
}
