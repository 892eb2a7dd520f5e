import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { HeadroomError } from '../errors/headroom-error.ts'
import { unreadable } from './file-errors.ts'

const CHUNK = 256 * 1024

/**
 * What gives the bytes of a file from its beginning, a chunk at a time and as often as need be. A chunk holds
 * good until the next is asked for.
 * @returns a function that raises `file-unreadable` while it is gone through, also where the file is not the
 *   one it was the first time
 */
export function createFileChunks(file: string): () => Iterable<Uint8Array> {
  let first: string | undefined
  const refuseChanged = (descriptor: number): void => {
    const { size, mtimeMs } = fstatSync(descriptor)
    first ??= `${size} ${mtimeMs}`
    if (first !== `${size} ${mtimeMs}`)
      throw new HeadroomError('file-unreadable', { file, reason: 'it changed while it was being read' })
  }
  return function* () {
    let descriptor: number | undefined
    try {
      descriptor = openSync(file, 'r')
      refuseChanged(descriptor)
      const buffer = new Uint8Array(CHUNK)
      for (let read = readSync(descriptor, buffer); read > 0; read = readSync(descriptor, buffer)) {
        yield buffer.subarray(0, read)
        refuseChanged(descriptor)
      }
    } catch (cause) {
      throw unreadable(file, cause)
    } finally {
      if (descriptor !== undefined) closeSync(descriptor)
    }
  }
}
