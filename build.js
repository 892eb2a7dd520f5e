// Builds what the program runs from: the command line and its worker, the kernel, and the page's assets.
import { mkdir, readFile, rm } from 'node:fs/promises'
import esbuild from 'esbuild'
import { buildAssets } from './build-assets.js'
import { compileKernel } from './build-kernel.js'

await rm('dist', { recursive: true, force: true })
await mkdir('dist', { recursive: true })
await compileKernel('dist/kernel.wasm')
await esbuild.build({
  entryPoints: {
    headroom: 'src/cli/main.ts',
    worker: 'src/threads/worker.ts',
    'plan-worker': 'src/threads/plan-worker.ts',
  },
  bundle: true,
  splitting: true, // so that the small part that hears Ctrl-C loads before the rest
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'esm',
  sourcemap: true,
  outdir: 'dist',
  logLevel: 'warning',
})
await buildAssets('dist/assets', await readFile('dist/kernel.wasm'))
