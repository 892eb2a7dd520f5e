import { createHash } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Projection } from '../domain/projection.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { unwritable } from './file-errors.ts'
import { type CsvContent, projectionCsv } from './projection-csv.ts'
import { encodeValues } from './projection-values.ts'
import { replaceFiles } from './run-folder.ts'
import { createRunRecord, formatRunRecord, RUN_FILES, RUN_RECORD, type RunOutput } from './run-record.ts'

const PIECE = 1 << 23

/** What to write besides the projection itself. */
export interface WriteRunOptions {
  /** Text of `report.html`. */
  readonly report: string
  /** Rows of `projection.csv`; `standard` unless told. */
  readonly content?: CsvContent
  /** Told how many of the projection's values have been written to `projection.csv`. */
  readonly onProgress?: (share: number) => void
  readonly signal?: AbortSignal
}

/** A file of a run that has been written. */
export interface WrittenFile extends RunOutput {
  readonly file: string
}

/**
 * Writes a run folder: `projection.csv`, `projection.bin`, `report.html` and `run.json`, all of them or
 * none. The same projection gives the same bytes.
 * @returns the files with their sizes and checksums, in that order
 * @throws HeadroomError `file-unwritable`; `interrupted` where the signal stops it
 */
export async function writeRun(
  folder: string,
  projection: Projection,
  options: WriteRunOptions,
): Promise<readonly WrittenFile[]> {
  const { report, content = 'standard', onProgress, signal } = options
  const total = projection.areas.length
  return replaceFiles(folder, [...RUN_FILES, RUN_RECORD], async (temporary) => {
    const write = (name: string, pieces: Iterable<string | Uint8Array>): Promise<RunOutput> =>
      writePieces(temporary, folder, name, pieces, signal)
    const outputs = {
      'projection.csv': await write(
        'projection.csv',
        projectionCsv(projection, content, (done) => onProgress?.(done / total)),
      ),
      'projection.bin': await write('projection.bin', cut(encodeValues(projection.values))),
      'report.html': await write('report.html', [report]),
    }
    const record = await write(RUN_RECORD, [formatRunRecord(createRunRecord(projection, outputs))])
    return [...RUN_FILES.map((file) => ({ file, ...outputs[file] })), { file: RUN_RECORD, ...record }]
  })
}

/**
 * Writes one file piece by piece and brings it safely to the disk, so that a disk that is full says so here.
 * @param shown folder named in messages: the one the user gave, not the temporary one
 */
export async function writePieces(
  folder: string,
  shown: string,
  name: string,
  pieces: Iterable<string | Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<RunOutput> {
  const hash = createHash('sha256')
  let bytes = 0
  try {
    const file = await open(path.join(folder, name), 'wx')
    try {
      for (const piece of pieces) {
        if (signal?.aborted) throw new HeadroomError('interrupted', {})
        const chunk = typeof piece === 'string' ? Buffer.from(piece) : piece
        hash.update(chunk)
        await file.writeFile(chunk)
        bytes += chunk.byteLength
      }
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (cause) {
    await rm(path.join(folder, name), { force: true })
    throw unwritable(path.join(shown, name), cause)
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** Bytes in pieces, so that writing them can be stopped between two. */
function* cut(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.byteLength; start += PIECE) yield bytes.subarray(start, start + PIECE)
}
