// Builds what the page loads: its style, its script and its icon, each named after its content.
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import esbuild from 'esbuild'
import * as sass from 'sass'
import { freshKernel } from './build-kernel.js'

const root = path.dirname(fileURLToPath(import.meta.url))
const web = path.join(root, 'src', 'web')

const packers = [
  { ending: 'br', pack: promisify(brotliCompress) },
  { ending: 'gz', pack: promisify(gzip) },
]

/**
 * @param {string} entry below `src/web/client`
 * @param {'esm' | 'iife'} [format] of the script; a module unless given
 * @returns {Promise<string>} the script with all that it imports
 */
async function bundle(entry, format = 'esm') {
  const { outputFiles } = await esbuild.build({
    entryPoints: [path.join(web, 'client', entry)],
    bundle: true,
    minify: true,
    format,
    target: 'es2022',
    write: false,
    logLevel: 'warning',
  })
  return outputFiles[0]?.text ?? ''
}

/** Ending of files that are being written. */
const DRAFT = '.draft'

/**
 * Writes a file in one step, so that nobody reads half of it: several tests may build at once, and serve meanwhile.
 * @param {string} file
 * @param {string | Uint8Array} content
 */
async function writeWhole(file, content) {
  const draft = `${file}-${randomUUID()}${DRAFT}`
  await writeFile(draft, content)
  await rename(draft, file)
}

/**
 * Builds the assets and their manifest, `manifest.json`, which the server reads. The manifest is replaced last and in
 * one step, so that a server that starts meanwhile finds all of the old or all of the new.
 * @param {string} folder where to; what an earlier build left there goes
 * @param {Uint8Array} [kernel] the compiled engine; that of the sources as they are unless given
 */
export async function buildAssets(folder, kernel) {
  const engine = kernel ?? (await freshKernel())
  const style = sass.compile(path.join(web, 'styles', 'headroom.scss'), {
    importers: [new sass.NodePackageImporter(root)],
    style: 'compressed',
    quietDeps: true,
  })
  const icon = await readFile(path.join(web, 'icon.svg'), 'utf8')
  const files = {
    style: { name: 'headroom.css', text: style.css },
    script: { name: 'headroom.js', text: await bundle('main.ts') },
    builder: { name: 'builder.js', text: await bundle('builder/main.ts') },
    builderWorker: { name: 'builder-worker.js', text: await bundle('builder/worker.ts') },
    kernel: { name: 'kernel.wasm', text: engine },
    keeper: { name: 'keeper.js', text: await bundle('offline/service-worker.ts', 'iife') },
    icon: { name: 'icon.svg', text: icon },
  }
  await mkdir(folder, { recursive: true })
  const named = await Promise.all(
    Object.entries(files).map(async ([key, { name, text }]) => {
      const hash = createHash('sha256').update(text).digest('hex').slice(0, 10)
      const { name: stem, ext } = path.parse(name)
      const file = `${stem}-${hash}${ext}`
      await writeWhole(path.join(folder, file), text)
      for (const { ending, pack } of packers)
        await writeWhole(path.join(folder, `${file}.${ending}`), await pack(text))
      return [key, file]
    }),
  )
  await writeWhole(
    path.join(folder, 'manifest.json'),
    `${JSON.stringify(Object.fromEntries(named), null, 2)}\n`,
  )
  const endings = ['', ...packers.map(({ ending }) => `.${ending}`)]
  const wanted = new Set([
    'manifest.json',
    ...named.flatMap(([, file]) => endings.map((ending) => `${file}${ending}`)),
  ])
  const left = (await readdir(folder)).filter((file) => !wanted.has(file) && !file.endsWith(DRAFT))
  await Promise.all(left.map((file) => rm(path.join(folder, file), { force: true })))
}
