import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The folder Headroom is installed in: the nearest one above this program's own file that holds the
 * package named `headroom`. Works from `dist/` and from `src/`, wherever the user stands.
 */
export function packageFolder(from: string = fileURLToPath(import.meta.url)): string {
  for (let folder = path.dirname(from); ; folder = path.dirname(folder)) {
    const manifest = path.join(folder, 'package.json')
    if (existsSync(manifest) && readManifest(manifest).name === 'headroom') return folder
    if (folder === path.dirname(folder)) throw new Error(`no package named headroom above ${from}`)
  }
}

/** Version of the installed package, for example `0.1.0`. */
export const packageVersion = (folder: string): string =>
  readManifest(path.join(folder, 'package.json')).version ?? 'unknown'

function readManifest(file: string): { readonly name?: string; readonly version?: string } {
  return JSON.parse(readFileSync(file, 'utf8')) as { name?: string; version?: string }
}
