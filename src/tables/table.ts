import type { InputFiles } from '../domain/input-files.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { CsvFault, parseCsv } from './parse-csv.ts'

/** One row of a tidy table, with readers that turn text into values or say exactly what is wrong where. */
export interface Row {
  /** File as named in messages. */
  readonly file: string
  /** Line of the file, the header being row 1. */
  readonly number: number
  text(column: string): string
  /** Text of a cell that may be empty. */
  optional(column: string): string | null
  numeric(column: string, limits?: { readonly min?: number; readonly max?: number }): number
  integer(column: string, limits?: { readonly min?: number; readonly max?: number }): number
  oneOf<T extends string>(column: string, values: readonly T[]): T
}

/** A tidy CSV file read into memory. */
export interface Table {
  readonly file: string
  readonly rows: readonly Row[]
}

/**
 * Reads a tidy CSV file of the `data/` folder: UTF-8, comma, first row the header, exactly the given columns.
 * @throws HeadroomError `file-missing`, `table-header` or, from the row readers, `table-cell`
 */
export function readTable(files: InputFiles, file: string, columns: readonly string[]): Table {
  const text = files.get(file)
  if (text === undefined) throw new HeadroomError('file-missing', { file: `data/${file}` })
  return parseTable(text, `data/${file}`, columns)
}

/**
 * Parses the text of a tidy CSV file; see `readTable`.
 * @param file name used in messages
 */
export function parseTable(text: string, file: string, columns: readonly string[]): Table {
  const [header = [], ...records] = readRecords(text, file)
  if (header.join() !== columns.join())
    throw new HeadroomError('table-header', {
      file,
      expected: columns.join(', '),
      found: header.join(', ') || 'nothing',
    })
  const place = new Map(columns.map((column, index) => [column, index]))
  const rows = records.flatMap((cells, index) =>
    cells.length > 0 ? [createRow(file, index + 2, cells, place)] : [],
  )
  return { file, rows }
}

/**
 * Cells of every row of a CSV text, the header first; a blank line is a row without cells.
 * @param file name used in messages
 * @throws HeadroomError `file-unreadable`
 */
export function readRecords(text: string, file: string): string[][] {
  try {
    return parseCsv(text, ',')
  } catch (cause) {
    if (!(cause instanceof CsvFault)) throw cause
    throw new HeadroomError('file-unreadable', { file, reason: cause.message }, { cause })
  }
}

function createRow(
  file: string,
  number: number,
  cells: readonly string[],
  place: ReadonlyMap<string, number>,
): Row {
  const raw = (column: string): string => {
    const index = place.get(column)
    if (index === undefined) throw new Error(`${file} has no column ${column}`)
    return (cells[index] ?? '').trim()
  }
  const refuse = (column: string, expected: string): never => {
    throw new HeadroomError('table-cell', {
      file,
      row: number,
      column,
      expected,
      found: raw(column) || 'nothing',
    })
  }
  const text = (column: string): string => raw(column) || refuse(column, 'some text')
  const read = (column: string, limits: { readonly min?: number; readonly max?: number } = {}): number => {
    const { min = -Infinity, max = Infinity } = limits
    const value = raw(column) === '' ? Number.NaN : Number(raw(column))
    if (!Number.isFinite(value)) refuse(column, 'a number')
    if (value < min || value > max) refuse(column, `a number from ${min} to ${max}`)
    return value
  }
  return {
    file,
    number,
    text,
    optional: (column) => raw(column) || null,
    numeric: read,
    integer(column, limits) {
      const value = read(column, limits)
      if (!Number.isInteger(value)) refuse(column, 'a whole number')
      return value
    },
    oneOf(column, values) {
      const found = values.find((value) => value === raw(column))
      return found ?? refuse(column, `one of ${values.join(', ')}`)
    },
  }
}
