// Writes the reference pages that are made from the program itself (`npm run docs`).
import { mkdir, writeFile } from 'node:fs/promises'
import esbuild from 'esbuild'

const bundle = new URL('../node_modules/.cache-headroom-reference-pages.mjs', import.meta.url)
await esbuild.build({
  entryPoints: [new URL('reference-pages.ts', import.meta.url).pathname],
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  outfile: bundle.pathname,
  logLevel: 'warning',
})
await mkdir(new URL('reference/', import.meta.url), { recursive: true })
const { createReferencePages } = await import(bundle.href)
for (const [name, text] of createReferencePages()) await writeFile(new URL(name, import.meta.url), text)
