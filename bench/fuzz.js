// Gives the importers many damaged files: `npm run fuzz`, or `npm run fuzz -- --cases 1000 --seed 2`; one case again with
// `--case 123`. Status 1 where a case ends in anything but right tables or an error of the catalogue.
import { mkdir } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import esbuild from 'esbuild'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
await mkdir('dist/bench', { recursive: true })
await esbuild.build({
  entryPoints: { fuzz: 'bench/fuzz.ts' },
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'esm',
  outdir: 'dist/bench',
  logLevel: 'warning',
})
const { fuzz } = await import(pathToFileURL('dist/bench/fuzz.js').href)
process.exitCode = await fuzz(process.argv.slice(2))
