// Writes what the documentation takes from the program itself: reference pages and the README's headline.
// `npm run docs` builds first and takes as long as a run of England.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import esbuild from 'esbuild'
import { makeHeadline, replaceHeadline } from './headline.js'

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

const readme = new URL('../README.md', import.meta.url)
await writeFile(readme, replaceHeadline(await readFile(readme, 'utf8'), await makeHeadline()))
