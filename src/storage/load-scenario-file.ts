import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { InputFiles } from '../domain/input-files.ts'
import { unreadable } from './file-errors.ts'

/** Folder that scenario files given by the user stand in among the input files. */
const GIVEN = 'given/'

/** The input files with a scenario’s, and the name to run it by. */
export interface LoadedScenario {
  readonly files: InputFiles
  readonly name: string
}

/**
 * Finds the scenario that a user named. A name stays as it is; the path of a file that ends in `.yaml` or
 * `.yml` adds that file to the input files, so that its checksum is recorded with the run, and is named by the
 * file’s name.
 * @throws HeadroomError `file-unreadable`
 */
export async function loadScenarioFile(files: InputFiles, named: string): Promise<LoadedScenario> {
  if (!/\.ya?ml$/.test(named)) return { files, name: named }
  const text = await readFile(named, 'utf8').catch((cause: unknown) => {
    throw unreadable(named, cause)
  })
  const short = path.basename(named)
  const before = files.get(GIVEN + short)
  const name = before === undefined || before === text ? short : named.split(path.sep).join('/')
  return { files: new Map([...files, [GIVEN + name, text]]), name }
}
