import type { InputFiles } from '../domain/input-files.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { hashInputs } from '../storage/hash.ts'
import { identifyRun } from '../storage/run-identity.ts'
import type { RunOffer } from './run-board.ts'

/** What a machine brings to a run: its program and its data. */
export interface OwnInputs {
  readonly headroomVersion: string
  /** SHA-256 of the program’s own code. */
  readonly code: string
  /** Files of its data folder. */
  readonly files: InputFiles
}

/**
 * The input files of an offered run, on this machine: its own data folder and the user’s scenario that came
 * with the offer.
 * @throws HeadroomError `shard-refused` where program, data or offer differ, saying which first
 */
export function matchOffer({ manifest, given }: RunOffer, own: OwnInputs): InputFiles {
  const refuse = (reason: string): never => {
    throw new HeadroomError('shard-refused', { run: manifest.run, reason })
  }
  if (manifest.headroomVersion !== own.headroomVersion)
    refuse(`it is of version ${manifest.headroomVersion}, and this is ${own.headroomVersion}`)
  if (manifest.code !== own.code)
    refuse(`its program is another build (${short(manifest.code)}, here ${short(own.code)})`)
  const foreign = Object.keys(given).find((name) => !GIVEN.test(name))
  if (foreign !== undefined) refuse(`it brings its own data/${foreign}`)
  const files = new Map([...own.files, ...Object.entries(given)])
  const inputs = hashInputs(files)
  const differs = [...new Set([...Object.keys(manifest.inputs), ...Object.keys(inputs)])].find(
    (name) => manifest.inputs[name] !== inputs[name],
  )
  if (differs !== undefined) refuse(`data/${differs} differs`)
  if (identifyRun({ ...manifest, inputs }) !== manifest.run) refuse('what it asks for does not fit its name')
  return files
}

/** Where a scenario file given by a user stands among the input files: nothing else may come with an offer. */
export const GIVEN = /^given\//

const short = (hash: string): string => hash.slice(0, 12)
