import type { Finding } from '../domain/finding.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { createCorrector } from './corrections/create-corrector.ts'
import type { FileKind } from './file-kind.ts'
import { checkPublishedColumns } from './published-columns.ts'
import type { PublishedFile } from './published-file.ts'
import { headerOf } from './raw-csv.ts'
import { sheetsOf } from './raw-sheet.ts'
import { FILE_KINDS, SERIES } from './registry.ts'
import type { Edition, FilesByKind, Harmonised, ImportContext, Series } from './series.ts'

/** One series with what its import yields. */
export interface ImportedSeries extends Harmonised {
  readonly series: Series
  /** The files that went into it, in the order of their names. */
  readonly files: readonly RecognisedFile[]
}

/** A published file and what it was recognised as. */
export interface RecognisedFile {
  readonly file: string
  readonly sha256: string
  /** The kind of file in words. */
  readonly kind: string
  /** Editions of the series that were read from it; none where it only helped to read another file. */
  readonly editions: readonly Edition[]
}

/**
 * Recognises published files by their content and turns them into the tables of their series, all or nothing.
 * @throws HeadroomError `edition-unrecognised`, `edition-companion`, `edition-twice`, or whatever is wrong in a file
 */
export function importSeries(
  files: readonly PublishedFile[],
  context: ImportContext,
): readonly ImportedSeries[] {
  const byKind = new Map<string, PublishedFile[]>()
  for (const file of [...files].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const { code } = recogniseFile(file)
    const corrections = context.corrections.filter(({ kind }) => kind === code)
    const opened = corrections.length > 0 ? { ...file, corrector: createCorrector(corrections) } : file
    byKind.set(code, [...(byKind.get(code) ?? []), opened])
  }
  refuseSameFile(files)
  const chosen = SERIES.filter(({ starts }) => starts.some(({ code }) => byKind.has(code)))
  refuseLonely(byKind, chosen)
  return chosen.map((series) => {
    const harmonised = series.harmonise(byKind, context)
    const findings = [
      ...harmonised.findings,
      ...newColumnsOf(series, byKind, context),
      ...correctionsOf(series, byKind),
    ]
    return { series, ...harmonised, findings, files: filesOfSeries(series, byKind, harmonised.editions) }
  })
}

/** Columns of a series' own text files that were not published before. */
const newColumnsOf = ({ starts }: Series, byKind: FilesByKind, context: ImportContext): readonly Finding[] =>
  starts.flatMap(({ code }) =>
    (byKind.get(code) ?? []).flatMap((file) => checkPublishedColumns(file, code, context.publishedColumns)),
  )

/** What became of the corrections of a series' own files. */
const correctionsOf = ({ starts }: Series, byKind: FilesByKind): readonly Finding[] =>
  starts
    .flatMap(({ code }) => byKind.get(code) ?? [])
    .flatMap(({ name, corrector }) => corrector?.findings(name) ?? [])

function filesOfSeries(
  { starts, companions }: Series,
  byKind: FilesByKind,
  editions: readonly Edition[],
): readonly RecognisedFile[] {
  const recognised = [...new Set([...starts, ...companions])].flatMap((kind) =>
    (byKind.get(kind.code) ?? []).map(({ name, sha256 }) => ({
      file: name,
      sha256,
      kind: kind.title,
      editions: editions.filter((edition) => edition.sha256 === sha256),
    })),
  )
  return recognised.sort((a, b) => (a.file < b.file ? -1 : 1))
}

/**
 * The kind of a published file, by its content.
 * @throws HeadroomError `edition-unrecognised`
 */
export function recogniseFile(file: PublishedFile): FileKind {
  const kind = FILE_KINDS.find((candidate) => candidate.recognise(file))
  if (kind) return kind
  throw new HeadroomError('edition-unrecognised', { file: file.name, found: describeFile(file) })
}

function describeFile(file: PublishedFile): string {
  if (file.kind === 'workbook')
    return `a workbook with the sheets ${shorten(sheetsOf(file).map(({ name }) => name))}`
  const header = headerOf(file)
  return header.length > 0 ? `it starts with ${shorten(header)}` : 'it has no header line'
}

const shorten = (names: readonly string[]): string => {
  const text = names.slice(0, 12).join(', ')
  return text.length > 200 ? `${text.slice(0, 200)}…` : text || 'nothing'
}

const nameFiles = (files: readonly PublishedFile[]): string => files.map(({ name }) => name).join(', ')

function refuseSameFile(files: readonly PublishedFile[]): void {
  const seen = new Map<string, string>()
  for (const { sha256, name } of files) {
    const other = seen.get(sha256)
    if (other !== undefined)
      throw new HeadroomError('edition-twice', { file: name, other, what: 'the same file' })
    seen.set(sha256, name)
  }
}

/** A companion on its own makes no table: say what it goes with. */
function refuseLonely(byKind: FilesByKind, chosen: readonly Series[]): void {
  for (const [code, files] of byKind) {
    const isUsed = ({ starts, companions }: Series): boolean =>
      [...starts, ...companions].some((kind) => kind.code === code)
    if (chosen.some(isUsed)) continue
    const titles = SERIES.filter(isUsed).flatMap(({ starts }) => starts.map(({ title }) => title))
    throw new HeadroomError('edition-companion', { given: nameFiles(files), missing: titles.join(', or ') })
  }
}
