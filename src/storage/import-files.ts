import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { checkDefinitions } from '../datasets/definitions/check-definitions.ts'
import {
  COLUMN_DEFINITIONS_FILE,
  DEFINITIONS_FILE,
  readDefinitions,
} from '../datasets/definitions/read-definitions.ts'
import { importSeries, type RecognisedFile } from '../datasets/import-series.ts'
import { mergeTable } from '../datasets/merge-table.ts'
import { openChunks } from '../datasets/open-file.ts'
import type { PublishedFile } from '../datasets/published-file.ts'
import { CODE_LISTS, createImportContext } from '../datasets/read-code-lists.ts'
import type { ImportContext } from '../datasets/series.ts'
import { describeSource, type SourceDescription } from '../datasets/source-description.ts'
import type { Finding } from '../domain/finding.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { createFileChunks } from './file-chunks.ts'
import { errorCode, unreadable } from './file-errors.ts'
import { sha256OfChunks } from './hash.ts'
import { writeTogether } from './write-together.ts'

/** What became of one series in an import. */
export interface ImportReport {
  /** Code of the series, its folder under `data/statistics/`. */
  readonly series: string
  readonly title: string
  /** The files given that belong to the series: what each was recognised as, and its editions. */
  readonly files: readonly RecognisedFile[]
  /** Editions that were read, in words. */
  readonly editions: readonly string[]
  /** Tables made, relative to the data folder; `changed` says whether the text differs from what was there. */
  readonly tables: readonly { readonly file: string; readonly rows: number; readonly changed: boolean }[]
  readonly findings: readonly Finding[]
}

/**
 * Reads published files, recognises their series and writes the tidy tables: all of it, or nothing.
 * @param paths published files in any order; files that belong together go in one call
 * @param dataFolder the `data/` folder to write to; its code lists are used
 * @param write false to recognise and check only, leaving every file as it is
 * @returns one report a series, in the order of the registry
 * @throws HeadroomError `file-missing`, `file-unreadable`, `file-unwritable`, any of `edition-…`
 */
export async function importFiles(
  paths: readonly string[],
  dataFolder: string,
  write = true,
): Promise<readonly ImportReport[]> {
  const context = await readContext(dataFolder)
  const files: PublishedFile[] = []
  for (const file of paths) {
    const chunks = createFileChunks(file)
    files.push(await openChunks({ name: path.basename(file), sha256: sha256OfChunks(chunks()), chunks }))
  }
  const outputs = new Map<string, string>()
  const reports: ImportReport[] = []
  for (const { series, files: recognised, editions, tables, findings } of importSeries(files, context)) {
    const folder = path.join(dataFolder, 'statistics', series.code)
    const made: ImportReport['tables'][number][] = []
    for (const table of tables) {
      const target = path.join(folder, table.file)
      const before = await readOptional(target)
      const text = mergeTable(table, before)
      outputs.set(target, text)
      const file = `statistics/${series.code}/${table.file}`
      made.push({ file, rows: table.rows.length, changed: text !== before })
    }
    const source = path.join(folder, 'source.json')
    const before = parseSource(await readOptional(source), source)
    const after = describeSource(series, { editions, tables, findings }, before)
    outputs.set(source, `${JSON.stringify(after, null, 2)}\n`)
    await refuseMixed(after, outputs, dataFolder)
    reports.push({
      series: series.code,
      title: series.title,
      files: recognised,
      editions: editions.map(({ edition }) => edition),
      tables: made,
      findings,
    })
  }
  if (write) writeTogether(outputs)
  return reports
}

/** Refuses tables in which figures of two definitions would stand side by side with nothing to tell them apart. */
async function refuseMixed(
  source: SourceDescription,
  outputs: ReadonlyMap<string, string>,
  dataFolder: string,
): Promise<void> {
  const names = [
    DEFINITIONS_FILE,
    COLUMN_DEFINITIONS_FILE,
    ...source.tables.map(({ file }) => `statistics/${source.series}/${file}`),
  ]
  const files = new Map<string, string>()
  for (const name of names) {
    const file = path.join(dataFolder, name)
    const text = outputs.get(file) ?? (await readOptional(file))
    if (text !== null) files.set(name, text)
  }
  const [first] = checkDefinitions(files, source, readDefinitions(files)).filter(
    ({ severity }) => severity === 'error',
  )
  if (first) throw new HeadroomError('edition-definitions', { place: first.place, problem: first.message })
}

async function readContext(dataFolder: string): Promise<ImportContext> {
  const lists = new Map<string, string>()
  for (const file of CODE_LISTS) {
    const text = await readOptional(path.join(dataFolder, file))
    if (text !== null) lists.set(file, text)
  }
  return createImportContext(lists)
}

async function readOptional(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return null
    throw unreadable(file, cause)
  }
}

function parseSource(text: string | null, file: string): SourceDescription | null {
  if (text === null) return null
  try {
    return JSON.parse(text) as SourceDescription
  } catch (cause) {
    throw new HeadroomError('file-unreadable', { file, reason: 'it isn’t JSON' }, { cause })
  }
}
