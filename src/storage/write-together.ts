import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { HeadroomError } from '../errors/headroom-error.ts'
import { unwritable } from './file-errors.ts'

interface Staged {
  readonly file: string
  readonly text: string
  readonly temporary: string
  readonly aside: string
}

/**
 * Writes several files, in any folders, all of them or none: each is written beside its place under a
 * temporary name, and only when all are on the disk are they moved; a failure moves back what was moved.
 * @param files text by absolute path
 * @throws HeadroomError `file-unwritable`
 */
export function writeTogether(files: ReadonlyMap<string, string>): void {
  const mark = `${process.pid}-${randomBytes(6).toString('hex')}`
  const staged: Staged[] = []
  const folders: string[] = []
  const moved: Staged[] = []
  let current = ''
  try {
    for (const [file, text] of files) {
      current = file
      const hidden = path.join(path.dirname(file), `.${path.basename(file)}.${mark}`)
      folders.push(...makeFolders(path.dirname(file)))
      staged.push({ file, text, temporary: `${hidden}.new`, aside: `${hidden}.old` })
      writeFileSync(`${hidden}.new`, text, { flush: true })
    }
    for (const entry of staged) {
      current = entry.file
      setAside(entry)
      moved.push(entry)
      renameSync(entry.temporary, entry.file)
    }
  } catch (cause) {
    for (const entry of moved.reverse()) moveBack(entry)
    for (const { temporary } of staged) rmSync(temporary, { force: true })
    for (const folder of folders.reverse()) removeEmpty(folder)
    throw unwritable(current, cause)
  }
  for (const { aside } of staged) rmSync(aside, { force: true })
}

/** Makes a folder and those above it; gives the ones that were not there, highest first. */
function makeFolders(folder: string): readonly string[] {
  const first = mkdirSync(folder, { recursive: true })
  if (first === undefined) return []
  const made = [folder]
  while (made[0] !== undefined && made[0] !== first) made.unshift(path.dirname(made[0]))
  return made
}

function setAside({ file, aside }: Staged): void {
  if (!existsSync(file)) return
  if (statSync(file).isDirectory())
    throw new HeadroomError('file-unwritable', { file, reason: 'a folder with that name is in the way' })
  renameSync(file, aside)
}

function moveBack({ file, aside }: Staged): void {
  rmSync(file, { force: true })
  if (existsSync(aside)) renameSync(aside, file)
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    // Something else was put there meanwhile: it stays.
  }
}
