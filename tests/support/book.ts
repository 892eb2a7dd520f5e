import { parse } from 'csv-parse/sync'
import { readBook } from '../../src/assumptions/read-book.ts'
import type { AssumptionBook } from '../../src/domain/assumption-book.ts'
import type { InputFiles } from '../../src/domain/input-files.ts'
import type { Reference } from '../../src/domain/reference.ts'
import { readReference } from '../../src/pipeline/read-reference.ts'
import { dataFiles } from './data-files.ts'

export type Cells = Record<string, string>

/** Rows of a table under `data/`. */
export const rowsOf = (files: InputFiles, file: string): Cells[] =>
  parse(files.get(file) ?? '', { columns: true })

/** The data folder with one table changed. */
export function withTable(
  files: InputFiles,
  file: string,
  change: (rows: readonly Cells[]) => readonly Cells[],
): InputFiles {
  const rows = rowsOf(files, file)
  const columns = Object.keys(rows[0] ?? {})
  const line = (cells: readonly string[]): string =>
    cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')
  const lines = [columns, ...change(rows).map((row) => columns.map((column) => row[column] ?? ''))].map(line)
  return new Map([...files, [file, `${lines.join('\n')}\n`]])
}

/** The data folder with the first row of a table changed. */
export const withFirstRow = (files: InputFiles, file: string, cells: Cells): InputFiles =>
  withTable(files, file, ([first, ...rest]) => [{ ...first, ...cells }, ...rest])

export interface Loaded {
  readonly files: InputFiles
  readonly reference: Reference
  readonly book: AssumptionBook
}

/** The project's own book of assumptions. */
export function loadBook(files: InputFiles = dataFiles()): Loaded {
  const reference = readReference(files)
  return { files, reference, book: readBook(files, reference) }
}
