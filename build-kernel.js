import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import asc from 'assemblyscript/asc'

/**
 * Compiles AssemblyScript to WebAssembly with SIMD but no relaxed SIMD, whose results differ between
 * machines; the memory is the host's.
 * @param {string} entry source file, from the root of the repository
 * @param {string} outFile where the WebAssembly goes
 */
export async function compileAssembly(entry, outFile) {
  const { error, stderr } = await asc.main([
    entry,
    ...['--outFile', outFile, '-O3', '--noAssert', '--runtime', 'stub'],
    ...['--enable', 'simd', '--importMemory', '--initialMemory', '1'],
  ])
  if (error) throw new Error(`${entry} doesn't compile: ${stderr.toString()}`)
}

/** Compiles the engine's kernel. @param {string} outFile where the WebAssembly goes */
export const compileKernel = (outFile) => compileAssembly('src/engine/cohort/assembly/index.ts', outFile)

/** The engine's kernel, compiled afresh: for tests, which must not meet a stale one. */
export async function freshKernel() {
  const outFile = join(
    tmpdir(),
    `headroom-kernel-${process.pid}-${Math.round(performance.now() * 1000)}.wasm`,
  )
  await compileKernel(outFile)
  return new Uint8Array(await readFile(outFile))
}
