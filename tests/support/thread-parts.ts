import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import esbuild from 'esbuild'
import { freshKernel } from '../../build-kernel.js'

/** What the engine on threads needs, built from the source as it stands. */
export interface ThreadParts {
  readonly kernel: Uint8Array<ArrayBuffer>
  readonly worker: URL
  /** A temporary folder, where the worker is. */
  readonly folder: string
  readonly remove: () => Promise<void>
}

export async function buildThreadParts(): Promise<ThreadParts> {
  const folder = await mkdtemp(join(tmpdir(), 'headroom-threads-'))
  const outfile = join(folder, 'worker.mjs')
  await esbuild.build({
    entryPoints: ['src/threads/worker.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    // The copy lies outside the repository, so what it imports must travel with it.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)",
    },
  })
  return {
    kernel: await freshKernel(),
    worker: pathToFileURL(outfile),
    folder,
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
