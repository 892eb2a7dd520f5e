import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { InputFiles } from '../../src/domain/input-files.ts'

/** The project's own folder. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** The text of every file under `data/`, as the program itself loads it. */
export function dataFiles(): InputFiles {
  const folder = join(ROOT, 'data')
  const files = new Map<string, string>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile()) files.set(relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8'))
  }
  return files
}

/**
 * Path of a published file kept beside the project for tests, or null where it is absent; says so once.
 * @param path relative to that folder
 */
export function publishedFile(path: string): string | null {
  for (const up of ['..', '../..']) {
    const file = join(ROOT, up, 'shared', path)
    if (existsSync(file)) return file
  }
  console.log(`skipped: the published file ${path} is not beside the project`)
  return null
}
