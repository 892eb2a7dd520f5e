import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { InputFiles } from '../domain/input-files.ts'
import { unreadable } from './file-errors.ts'

/** SHA-256 of bytes or of UTF-8 text, in hexadecimal. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex')

/** SHA-256 of a file that is read in chunks, in hexadecimal. */
export function sha256OfChunks(chunks: Iterable<Uint8Array>): string {
  const hash = createHash('sha256')
  for (const chunk of chunks) hash.update(chunk)
  return hash.digest('hex')
}

/** SHA-256 of every input file, by its path under `data/`, in the order of the paths. */
export function hashInputs(files: InputFiles): Readonly<Record<string, string>> {
  const names = [...files.keys()].sort((a, b) => (a < b ? -1 : 1))
  return Object.fromEntries(names.map((name) => [name, sha256(files.get(name) ?? '')]))
}

/**
 * SHA-256 of the program's own code: the names and contents of the built scripts and kernels that
 * calculate, source maps and the page's assets left out.
 * @param folder the `dist/` folder
 * @throws HeadroomError `file-unreadable`
 */
export async function hashCode(folder: string): Promise<string> {
  const hash = createHash('sha256')
  try {
    const names = (await readdir(folder)).filter((name) => /\.(js|mjs|wasm)$/.test(name)).sort()
    for (const name of names) hash.update(`${name}\n${sha256(await readFile(path.join(folder, name)))}\n`)
  } catch (cause) {
    throw unreadable(folder, cause)
  }
  return hash.digest('hex')
}
