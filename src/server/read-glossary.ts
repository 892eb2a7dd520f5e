import { readFileSync } from 'node:fs'
import path from 'node:path'
import { HeadroomError } from '../errors/headroom-error.ts'
import { packageFolder } from '../storage/package-folder.ts'

/**
 * The glossary that comes with Headroom, as it is written.
 * @throws HeadroomError `file-missing`
 */
export function readGlossary(): string {
  try {
    return readFileSync(path.join(packageFolder(), 'GLOSSARY.md'), 'utf8')
  } catch (cause) {
    throw new HeadroomError('file-missing', { file: 'GLOSSARY.md' }, { cause })
  }
}
