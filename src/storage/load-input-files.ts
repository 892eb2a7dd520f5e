import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { InputFiles } from '../domain/input-files.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { errorCode, unreadable } from './file-errors.ts'

/**
 * Reads every file of a data folder, hidden ones left out, in the order of their paths.
 * @param folder the `data/` folder, absolute or relative to where the program runs
 * @throws HeadroomError `file-missing` where the folder isn't there; `file-unreadable` naming the file
 *   that can't be opened or isn't UTF-8
 */
export async function loadInputFiles(folder: string): Promise<InputFiles> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const files = new Map<string, string>()
  for (const name of await listFiles(folder)) {
    const file = path.join(folder, name)
    try {
      files.set(name.split(path.sep).join('/'), decoder.decode(await readFile(file)))
    } catch (cause) {
      if (errorCode(cause) === 'ERR_ENCODING_INVALID_ENCODED_DATA')
        throw new HeadroomError('file-unreadable', { file, reason: 'it isn’t UTF-8 text' }, { cause })
      throw unreadable(file, cause)
    }
  }
  return files
}

/** Paths of the files below a folder, relative to it, sorted by code unit so that the order is the same everywhere. */
async function listFiles(folder: string, below = ''): Promise<string[]> {
  const names: string[] = []
  try {
    for (const entry of await readdir(path.join(folder, below), { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue
      const name = path.join(below, entry.name)
      if (entry.isDirectory()) names.push(...(await listFiles(folder, name)))
      else names.push(name)
    }
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') throw new HeadroomError('file-missing', { file: folder }, { cause })
    throw unreadable(path.join(folder, below), cause)
  }
  return names.sort((a, b) => (a < b ? -1 : 1))
}
