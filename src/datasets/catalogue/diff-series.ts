import type { InputFiles } from '../../domain/input-files.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import type { SourceDescription, SourceEdition } from '../source-description.ts'
import { type ColumnSummary, diffRows, type RowChange } from './diff-rows.ts'
import { readSources } from './read-sources.ts'
import { readTidyRecords } from './tidy-records.ts'

/** What changed in one table of a series. */
export interface TableDiff {
  readonly file: string
  /** Columns that say what a row is about; rows are matched by them. */
  readonly key: readonly string[]
  /** Keys of rows only the later folder has. */
  readonly added: readonly string[]
  /** Keys of rows only the earlier folder has. */
  readonly removed: readonly string[]
  readonly changed: readonly RowChange[]
  readonly columns: readonly ColumnSummary[]
}

/** What changed in a series between two data folders. */
export interface SeriesDiff {
  readonly series: string
  readonly same: boolean
  readonly editions: {
    readonly added: readonly SourceEdition[]
    readonly removed: readonly SourceEdition[]
    /** Editions of the same name made from another file: the publisher revised it. */
    readonly revised: readonly { readonly before: SourceEdition; readonly after: SourceEdition }[]
  }
  /** Tables with a difference. */
  readonly tables: readonly TableDiff[]
}

/**
 * Compares the editions and tables of a series in two data folders. Rows are matched by the columns
 * before the first measured one; cells are compared as text, so that a change of rounding counts.
 * @param before files of the folder compared against
 * @param after files of the folder in question
 * @throws HeadroomError `series-unknown` where neither has it; `file-unreadable`, `file-missing`, `table-header`
 */
export function diffSeries(before: InputFiles, after: InputFiles, series: string): SeriesDiff {
  const [old, now] = [sourceIn(before, series), sourceIn(after, series)]
  if (old === null && now === null) {
    const known = [...readSources(before), ...readSources(after)].map((source) => source.series)
    throw new HeadroomError('series-unknown', { code: series, known: [...new Set(known)].join(', ') })
  }
  const editions = diffEditions(old?.editions ?? [], now?.editions ?? [])
  const names = [...(old?.tables ?? []), ...(now?.tables ?? [])].map(({ file }) => file)
  const tables = [...new Set(names)]
    .sort()
    .map((file) => diffTable({ files: before, source: old }, { files: after, source: now }, file))
    .filter(({ added, removed, changed }) => added.length + removed.length + changed.length > 0)
  const { added, removed, revised } = editions
  const same = tables.length === 0 && added.length + removed.length + revised.length === 0
  return { series, same, editions, tables }
}

const sourceIn = (files: InputFiles, series: string): SourceDescription | null =>
  readSources(files).find((source) => source.series === series) ?? null

function diffEditions(
  before: readonly SourceEdition[],
  after: readonly SourceEdition[],
): SeriesDiff['editions'] {
  // Two files may make one edition together, so a name alone doesn't tell one.
  const has = (list: readonly SourceEdition[], { edition, sha256 }: SourceEdition): boolean =>
    list.some((other) => other.edition === edition && other.sha256 === sha256)
  const gone = before.filter((edition) => !has(after, edition))
  const come = after.filter((edition) => !has(before, edition))
  const revised = come.flatMap((edition) => {
    const was = gone.find((other) => other.edition === edition.edition)
    return was ? [{ before: was, after: edition }] : []
  })
  const names = new Set(revised.map((pair) => pair.after.edition))
  const others = ({ edition }: SourceEdition): boolean => !names.has(edition)
  return { added: come.filter(others), removed: gone.filter(others), revised }
}

interface Side {
  readonly files: InputFiles
  readonly source: SourceDescription | null
}

function diffTable(before: Side, after: Side, file: string): TableDiff {
  const sides = [before, after].map(({ files, source }) => {
    const table = source?.tables.find((candidate) => candidate.file === file)
    return table && source ? { table, rows: readTidyRecords(files, source.series, table) } : null
  })
  const [old, now] = sides
  const described = now ?? old
  if (!described) throw new Error(`no side has the table ${file}`)
  return {
    file,
    ...diffRows(
      old ? { columns: old.table.columns, rows: old.rows } : { columns: described.table.columns, rows: [] },
      now ? { columns: now.table.columns, rows: now.rows } : { columns: described.table.columns, rows: [] },
    ),
  }
}
