import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Projection } from '../domain/projection.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { errorCode, reasonOf, unreadable } from './file-errors.ts'
import { sha256 } from './hash.ts'
import { decodeValues } from './projection-values.ts'
import { parseRunRecord, RUN_RECORD, type RunRecord } from './run-record.ts'

const VALUES = 'projection.bin'

/**
 * Reads the projection of a run folder, after checking its values against the checksum in `run.json`.
 * @throws HeadroomError `run-missing` where there is none; `run-damaged` where a file is missing, changed
 *   or of another version; `file-unreadable`
 */
export async function readRun(folder: string): Promise<Projection> {
  const record = await readRecord(folder)
  const { format: _, statistics, outputs, ...described } = record
  const bytes = await readPart(folder, VALUES)
  if (bytes === null) throw damaged(folder, `${VALUES} is missing`)
  if (sha256(bytes) !== outputs[VALUES].sha256)
    throw damaged(folder, `${VALUES} is not what ${RUN_RECORD} says was written`)
  const { areas, series, years, measures } = described
  const expected = areas.length * series.length * years.length * measures.length * statistics.length
  const values = decodeValues(bytes)
  if (values.length !== expected)
    throw damaged(folder, `${VALUES} holds ${values.length} values, not the ${expected} of ${RUN_RECORD}`)
  return { ...described, values }
}

async function readRecord(folder: string): Promise<RunRecord> {
  const bytes = await readPart(folder, RUN_RECORD)
  if (bytes === null) throw new HeadroomError('run-missing', { folder })
  try {
    return parseRunRecord(new TextDecoder().decode(bytes))
  } catch (cause) {
    throw damaged(folder, reasonOf(cause), cause)
  }
}

/** The bytes of a file of the folder; null where it isn't there. */
async function readPart(folder: string, name: string): Promise<Uint8Array | null> {
  const file = path.join(folder, name)
  try {
    return await readFile(file)
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT' || errorCode(cause) === 'ENOTDIR') return null
    throw unreadable(file, cause)
  }
}

const damaged = (folder: string, reason: string, cause?: unknown): HeadroomError =>
  new HeadroomError('run-damaged', { folder, reason }, { cause })
