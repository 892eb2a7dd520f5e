import type { InputFiles } from '../../domain/input-files.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { readRecords } from '../../tables/table.ts'
import type { SourceDescription } from '../source-description.ts'
import type { TidyColumn } from '../tidy-table.ts'

/** A table as `source.json` describes it. */
export type DescribedTable = SourceDescription['tables'][number]

/** Path of a table below `data/`. */
export const tablePath = (series: string, table: string): string => `statistics/${series}/${table}`

/**
 * Cells of the rows of a described table, in the order of its columns, the header left out.
 * @throws HeadroomError `file-missing`, `file-unreadable`, or `table-header` where the header isn't the described one
 */
export function readTidyRecords(
  files: InputFiles,
  series: string,
  table: DescribedTable,
): readonly (readonly string[])[] {
  const file = `data/${tablePath(series, table.file)}`
  const text = files.get(tablePath(series, table.file))
  if (text === undefined) throw new HeadroomError('file-missing', { file })
  const [header = [], ...rows] = readRecords(text, file)
  const expected = table.columns.map(({ name }) => name)
  if (header.join() !== expected.join())
    throw new HeadroomError('table-header', {
      file,
      expected: expected.join(', '),
      found: header.join(', ') || 'nothing',
    })
  return rows.filter((cells) => cells.length > 0)
}

/**
 * Names of the columns that say what a row is about: those before the first measured one, without names
 * that only spell out a code. Everything else is a value.
 */
export function keyColumns(columns: readonly TidyColumn[]): readonly string[] {
  const first = columns.findIndex(isMeasured)
  const leading = columns.slice(0, first < 0 ? columns.length : first).map(({ name }) => name)
  return leading.filter((name) => !leading.some((code) => name === `${code}_name`))
}

const isMeasured = ({ name, type, unit }: TidyColumn): boolean =>
  type === 'number' || (type === 'integer' && unit !== 'years' && name !== 'year' && name !== 'age')

/**
 * The key columns of a table where no two of its rows share them and none is blank, else null.
 * @throws HeadroomError as `readTidyRecords`
 */
export function uniqueKey(
  files: InputFiles,
  series: string,
  table: DescribedTable,
): readonly string[] | null {
  const key = keyColumns(table.columns)
  const places = key.map((name) => table.columns.findIndex((column) => column.name === name))
  const records = readTidyRecords(files, series, table)
  const cells = records.map((row) => places.map((place) => row[place] ?? ''))
  if (key.length === 0 || cells.some((row) => row.includes(''))) return null
  return new Set(cells.map((row) => row.join('\n'))).size === cells.length ? key : null
}
