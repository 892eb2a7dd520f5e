import { randomBytes } from 'node:crypto'
import { existsSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { HeadroomError } from '../errors/headroom-error.ts'
import { errorCode, unwritable } from './file-errors.ts'

/**
 * Fills a folder with files in one go: they are written in a temporary folder beside their place and
 * moved in at the end, so that a failure, a full disk or Ctrl-C leaves what was there before untouched
 * and nothing half-written. Other files of an existing folder stay as they are.
 * @param folder where the files end up; made, with the folders above it, where it isn't there yet
 * @param names the files that `write` makes, in the order in which they are moved into place
 * @param write writes every named file into the folder it is given
 * @throws HeadroomError `file-unwritable` naming the folder or file, or whatever `write` throws
 */
export async function replaceFiles<T>(
  folder: string,
  names: readonly string[],
  write: (temporary: string) => Promise<T>,
): Promise<T> {
  const target = path.resolve(folder)
  const { temporary, created } = await createTemporary(target)
  const remove = (): void => {
    rmSync(temporary, { recursive: true, force: true })
    removeEmpty(path.dirname(temporary), created)
  }
  process.on('exit', remove)
  try {
    const result = await write(temporary)
    moveIntoPlace(temporary, target, names)
    return result
  } finally {
    process.off('exit', remove)
    remove()
  }
}

/**
 * Makes sure that files can be put into a folder, before long work is done for it. Leaves nothing behind.
 * @throws HeadroomError `file-unwritable`
 */
export async function checkWritable(folder: string): Promise<void> {
  const { temporary, created } = await createTemporary(path.resolve(folder))
  rmSync(temporary, { recursive: true, force: true })
  removeEmpty(path.dirname(temporary), created)
}

/**
 * Makes the temporary folder on the same disk as the target: inside it where it exists (its parent may
 * be another disk, or closed to us), beside it where it doesn't. `created` is the highest folder that
 * had to be made for that, if any.
 */
async function createTemporary(target: string): Promise<{ temporary: string; created: string | null }> {
  const parent = existsSync(target) ? target : path.dirname(target)
  const temporary = path.join(parent, `.headroom-${process.pid}-${randomBytes(6).toString('hex')}`)
  try {
    const created = (await mkdir(parent, { recursive: true })) ?? null
    await mkdir(temporary)
    return { temporary, created }
  } catch (cause) {
    if (errorCode(cause) === 'EEXIST')
      throw new HeadroomError('file-unwritable', { file: target, reason: 'a file is in the way' }, { cause })
    throw unwritable(target, cause)
  }
}

/** Removes folders that were made for the target and are empty again, from the lowest up. */
function removeEmpty(lowest: string, highest: string | null): void {
  if (highest === null) return
  for (let folder = lowest; folder.startsWith(highest); folder = path.dirname(folder)) {
    try {
      rmdirSync(folder)
    } catch {
      return // it isn't empty, so the files are in it and it stays
    }
  }
}

function moveIntoPlace(temporary: string, target: string, names: readonly string[]): void {
  try {
    if (existsSync(target)) swapFiles(temporary, target, names)
    else renameSync(temporary, target)
  } catch (cause) {
    throw unwritable(target, cause)
  }
}

/**
 * Moves the named files into a folder, keeping aside those they replace and putting those back where a
 * move fails. Renames without a pause between them, so that no signal handler runs half-way.
 */
function swapFiles(temporary: string, target: string, names: readonly string[]): void {
  const undo: (() => void)[] = []
  const move = (from: string, to: string): void => {
    renameSync(from, to)
    undo.unshift(() => renameSync(to, from))
  }
  try {
    for (const name of names) {
      const place = path.join(target, name)
      if (existsSync(place)) move(place, path.join(temporary, `${name}.before`))
      move(path.join(temporary, name), place)
    }
  } catch (cause) {
    for (const step of undo) step()
    throw cause
  }
}
