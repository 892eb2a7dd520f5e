import { type Kernel, startKernel } from '../cohort/kernel.ts'
import type { Layout } from '../cohort/layout.ts'
import type { FactorRow } from './factor-row.ts'
import { createGroupDraws, createKeptDraws, type KeptDraws } from './group-draws.ts'
import { createKeptFactors, type KeptFactors } from './kept-factors.ts'

/** What one run leaves for the next on its thread, which then has less to do. Never for two runs at once. */
export interface Leftovers {
  readonly draws: KeptDraws
  readonly factors: Pick<KeptFactors, 'missing' | 'finish'>
  /** A kernel with room for a layout; what its memory holds is of no account. */
  kernel(layout: Pick<Layout, 'bytes'>): Promise<Kernel>
}

/** What a thread that serves a single run starts with: nothing. @param module the compiled kernel */
export const withoutLeftovers = (module: WebAssembly.Module): Leftovers => ({
  draws: { groupDraws: createGroupDraws },
  factors: { missing: (rows: readonly FactorRow[]) => rows, finish() {} },
  kernel: (layout) => startKernel(module, layout),
})

/** @param module the compiled kernel */
export function createLeftovers(module: WebAssembly.Module): Leftovers & { readonly factors: KeptFactors } {
  let started: Kernel | undefined
  return {
    draws: createKeptDraws(),
    factors: createKeptFactors(),
    async kernel(layout) {
      if (!started || started.memory.buffer.byteLength < layout.bytes)
        started = await startKernel(module, layout)
      return started
    },
  }
}
