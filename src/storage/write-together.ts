import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { unwritable } from './file-errors.ts'

/**
 * Writes several files, in any folders, all of them or none: each is written beside its place under a
 * temporary name, and only when all are on the disk are they moved; a failure moves back what was moved.
 * @param files text by absolute path
 * @throws HeadroomError `file-unwritable`
 */
export function writeTogether(files: ReadonlyMap<string, string>): void {
  const mark = `${process.pid}-${randomBytes(6).toString('hex')}`
  const staged = [...files].map(([file, text]) => ({
    file,
    text,
    temporary: path.join(path.dirname(file), `.${path.basename(file)}.${mark}.new`),
    aside: path.join(path.dirname(file), `.${path.basename(file)}.${mark}.old`),
  }))
  const moved: typeof staged = []
  const clean = (): void => {
    for (const { temporary, aside } of staged)
      for (const file of [temporary, aside]) rmSync(file, { force: true })
  }
  let current = ''
  try {
    for (const { file, text, temporary } of staged) {
      current = file
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(temporary, text, { flush: true })
    }
    for (const entry of staged) {
      current = entry.file
      if (existsSync(entry.file)) renameSync(entry.file, entry.aside)
      moved.push(entry)
      renameSync(entry.temporary, entry.file)
    }
  } catch (cause) {
    for (const { file, aside } of moved.reverse()) {
      rmSync(file, { force: true })
      if (existsSync(aside)) renameSync(aside, file)
    }
    throw unwritable(current, cause)
  } finally {
    clean()
  }
}
