import type { Edition, Harmonised, Series } from './series.ts'
import type { TidyColumn } from './tidy-table.ts'

/** One edition in `source.json`. */
export interface SourceEdition extends Omit<Edition, 'sha256'> {
  /** Checksum of the published file, or null where figures were cited by hand from no one file. */
  readonly sha256: string | null
  /** ISO date on which the file was fetched, or null where that is not known. */
  readonly retrieved: string | null
}

/** `source.json` of a folder of `data/statistics/`: where its tables come from and what they mean. */
export interface SourceDescription {
  readonly series: string
  readonly title: string
  readonly publisher: string
  readonly licence: string
  readonly attribution: string
  readonly address: string | null
  readonly editions: readonly SourceEdition[]
  readonly tables: readonly {
    readonly file: string
    readonly title: string
    readonly columns: readonly TidyColumn[]
    readonly definition: string
  }[]
  readonly notes: readonly string[]
}

/**
 * Describes a series after an import: new editions replace those of the same name, new tables those of
 * the same file; everything else that was there stays.
 */
export function describeSource(
  series: Series,
  imported: Harmonised,
  before: SourceDescription | null,
): SourceDescription {
  const editions = [
    ...(before?.editions ?? []).filter(
      ({ edition }) => !imported.editions.some((added) => added.edition === edition),
    ),
    ...imported.editions.map((edition) => ({ ...edition, retrieved: null })),
  ]
  const tables = imported.tables.map(({ file, title, columns, definition }) => ({
    file,
    title,
    columns,
    definition,
  }))
  return {
    series: series.code,
    title: series.title,
    publisher: series.publisher,
    licence: series.licence,
    attribution: series.attribution,
    address: series.address,
    editions: editions.sort((a, b) => (`${a.edition} ${a.file}` < `${b.edition} ${b.file}` ? -1 : 1)),
    tables: [
      ...(before?.tables ?? []).filter(({ file }) => !tables.some((added) => added.file === file)),
      ...tables,
    ].sort((a, b) => (a.file < b.file ? -1 : 1)),
    notes: series.notes,
  }
}
