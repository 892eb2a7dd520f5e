import { readdirSync, readFileSync } from 'node:fs'
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
