import type { Layout } from './layout.ts'

/** What the compiled kernel offers: see assembly/index.ts. Arguments are addresses in its memory, but for those of the parts. */
interface KernelExports {
  simulate(task: number): void
  publish(publication: number): void
  postRows(publication: number, need: number, funded: number, room: number): void
  internationalRows(publication: number, out: number): void
  moveInRows(publication: number, away: number, out: number): void
  constantRows(publication: number, values: number, out: number, rows: number): void
  residualRow(
    publication: number,
    end: number,
    start: number,
    left: number,
    away: number,
    came: number,
    joined: number,
    out: number,
  ): void
  moneyRows(
    publication: number,
    heads: number,
    fte: number,
    vacant: number,
    joiners: number,
    out: number,
  ): void
  summarise(values: number, publication: number, out: number): void
  exitShare(hazard: number, series: number): number
  exitShareAny(hazard: number): number
  lnOf(x: number): number
  expOf(x: number): number
  expNearOf(x: number, series: number): number
}

/** The kernel with its memory. */
export interface Kernel extends KernelExports {
  readonly memory: WebAssembly.Memory
}

const PAGE = 65_536

/**
 * Starts the kernel with room for a layout.
 * @param module the compiled kernel, dist/kernel.wasm; one module serves many runs and threads, and keeps
 *   the machine code they made
 */
export async function startKernel(
  module: WebAssembly.Module,
  layout: Pick<Layout, 'bytes'>,
): Promise<Kernel> {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(layout.bytes / PAGE) })
  const { exports } = await WebAssembly.instantiate(module, { env: { memory } })
  return { ...(exports as unknown as KernelExports), memory }
}
