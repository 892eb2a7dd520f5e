// Writes what the documentation takes from the program itself: reference pages, the README's headline and the
// study of what matters. `npm run docs` builds first and takes some minutes; `npm run docs:pages` writes all but
// the headline and the study, and needs no build.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import esbuild from 'esbuild'
import { makeHeadline, replaceHeadline } from './headline.js'
import { makeStudy } from './study.js'

const bundle = new URL('../node_modules/.cache-headroom-reference-pages.mjs', import.meta.url)
await esbuild.build({
  entryPoints: [new URL('generated-files.ts', import.meta.url).pathname],
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  outfile: bundle.pathname,
  logLevel: 'warning',
})
const { createGeneratedFiles } = await import(bundle.href)
const root = new URL('../', import.meta.url)
for (const [name, text] of await createGeneratedFiles(new URL('data/', root).pathname)) {
  const file = new URL(name, root)
  await mkdir(new URL('.', file), { recursive: true })
  await writeFile(file, text)
}

if (process.argv[2] !== 'pages') {
  const readme = new URL('README.md', root)
  await writeFile(readme, replaceHeadline(await readFile(readme, 'utf8'), await makeHeadline()))
  const study = new URL('studies/sensitivity.json', root)
  await mkdir(new URL('.', study), { recursive: true })
  await writeFile(study, await makeStudy())
}
