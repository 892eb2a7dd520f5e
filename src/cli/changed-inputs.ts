import type { InputFiles } from '../domain/input-files.ts'
import type { Projection } from '../domain/projection.ts'
import { hashInputs } from '../storage/hash.ts'
import type { Terminal } from './terminal.ts'

/**
 * Says on the error output that the input data are no longer those a run was made from, so that sources
 * and assumptions shown beside its figures may be others. Says nothing where they are the same.
 */
export function warnOfChangedInputs(terminal: Terminal, projection: Projection, files: InputFiles): void {
  const { inputs, run } = projection.manifest
  const now = hashInputs(files)
  const names = new Set([...Object.keys(inputs), ...Object.keys(now)].filter(isOfData))
  const changed = [...names].filter((name) => inputs[name] !== now[name])
  if (changed.length === 0) return
  const others = changed.length > 1 ? ` and ${changed.length - 1} more` : ''
  terminal.err.write(
    `Note: data/${changed[0]}${others} changed since run ${run} was made; sources and assumptions are shown as they are now.\n`,
  )
}

/** False for the scenario file that a user gave, which is no part of the data folder. */
const isOfData = (name: string): boolean => !name.startsWith('given/')
