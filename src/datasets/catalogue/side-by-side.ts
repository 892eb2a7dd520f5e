import type { InputFiles } from '../../domain/input-files.ts'
import type { SourceDescription } from '../source-description.ts'
import type { TidyRows } from './diff-rows.ts'
import { type DescribedTable, readTidyRecords } from './tidy-records.ts'

/**
 * Columns that say which edition a row is from where a table keeps several editions of the same figures: the
 * month or day of release, or the publisher's name for the edition.
 */
export const VINTAGE_COLUMNS: readonly string[] = ['vintage', 'released', 'edition']

/** A table, or the tables of one name for each edition, by edition. */
export interface SideBySide {
  /** File, or the files with `EDITION` in place of the edition. */
  readonly file: string
  readonly editions: ReadonlyMap<string, EditionRows>
}

/** The rows of one edition, without the column that names it, and what they mean. */
export interface EditionRows extends TidyRows {
  readonly definition: string
}

/**
 * The editions that a series keeps side by side: rows of one table told apart by a column of
 * `VINTAGE_COLUMNS`, or tables of the same columns told apart by the end of their names, such as
 * `council-outcomes-2020-21.csv`. Tables that keep one edition only are left out.
 * @throws HeadroomError `file-missing`, `file-unreadable`, `table-header`
 */
export function editionsSideBySide(files: InputFiles, source: SourceDescription): readonly SideBySide[] {
  const named = new Map<string, Map<string, EditionRows>>()
  const found: SideBySide[] = []
  for (const table of source.tables) {
    const rows = readTidyRecords(files, source.series, table)
    const column = table.columns.findIndex(({ name }) => VINTAGE_COLUMNS.includes(name))
    if (column >= 0) found.push({ file: table.file, editions: splitByColumn(table, rows, column) })
    const [, stem, edition] = /^(.+)-(\d{4}(?:-\d{2})?)\.csv$/.exec(table.file) ?? []
    if (column >= 0 || stem === undefined || edition === undefined) continue
    const family = named.get(`${stem}-EDITION.csv`) ?? new Map<string, EditionRows>()
    family.set(edition, { columns: table.columns, rows, definition: table.definition })
    named.set(`${stem}-EDITION.csv`, family)
  }
  for (const [file, editions] of named) if (editions.size > 1) found.push({ file, editions })
  return found
}

function splitByColumn(
  { columns, definition }: DescribedTable,
  rows: readonly (readonly string[])[],
  column: number,
): ReadonlyMap<string, EditionRows> {
  const without = <T>(cells: readonly T[]): T[] => cells.filter((_, index) => index !== column)
  const editions = new Map<string, string[][]>()
  for (const cells of rows) {
    const edition = cells[column] ?? ''
    const own = editions.get(edition)
    if (own) own.push(without(cells))
    else editions.set(edition, [without(cells)])
  }
  return new Map(
    [...editions].map(([edition, own]) => [edition, { columns: without(columns), rows: own, definition }]),
  )
}
