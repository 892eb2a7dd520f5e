import { createHash } from 'node:crypto'
import { readdir, readFile, rename } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { threadId } from 'node:worker_threads'
import asc from 'assemblyscript/asc'

const KERNEL = 'src/engine/cohort/assembly'
const OPTIONS = [
  ...['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd'],
  ...['--importMemory', '--initialMemory', '1'],
]

/**
 * Compiles AssemblyScript to WebAssembly with SIMD but no relaxed SIMD, whose results differ between
 * machines; the memory is the host's.
 * @param {string} entry source file, from the root of the repository
 * @param {string} outFile where the WebAssembly goes
 */
export async function compileAssembly(entry, outFile) {
  const { error, stderr } = await asc.main([entry, '--outFile', outFile, ...OPTIONS])
  if (error) throw new Error(`${entry} doesn't compile: ${stderr.toString()}`)
}

/** Compiles the engine's kernel. @param {string} outFile where the WebAssembly goes */
export const compileKernel = (outFile) => compileAssembly(`${KERNEL}/index.ts`, outFile)

/**
 * The engine's kernel for tests, which must not meet a stale one: compiled unless the very same sources
 * were before.
 */
export async function freshKernel() {
  const hash = createHash('sha256').update(OPTIONS.join(' '))
  for (const name of (await readdir(KERNEL)).sort()) hash.update(await readFile(join(KERNEL, name)))
  const kept = join(tmpdir(), `headroom-kernel-${hash.digest('hex').slice(0, 16)}.wasm`)
  const found = await readFile(kept).catch(() => null)
  if (found) return new Uint8Array(found)
  // Tests run side by side: each writes its own file, and the rename puts a whole one in place.
  const own = `${kept}.${process.pid}.${threadId}`
  await compileKernel(own)
  await rename(own, kept)
  return new Uint8Array(await readFile(kept))
}
