import { HeadroomError } from '../errors/headroom-error.ts'
import type { Corrector } from './corrections/corrector.ts'
import { missingReason } from './missing.ts'
import { parseNumber } from './parse-number.ts'
import type { Cell } from './workbook.ts'

/** Limits a number in a published cell must keep. */
export interface Limits {
  readonly min?: number
  readonly max?: number
}

/** One row of a published table; readers name file, sheet, row, column, what was found and what was expected. */
export interface RawRow {
  /** Row as a reader of the file counts it, the first line being 1. */
  readonly number: number
  /** File, sheet and row in words. */
  readonly place: string
  text(column: string): string
  /** Text of a cell that may be empty. */
  optional(column: string): string | null
  numeric(column: string, limits?: Limits): number
  /** Number, or null where the publisher marks the cell as blank, suppressed or not available. */
  numericOrMissing(column: string, limits?: Limits): number | null
  /** Raises the error for a cell whose value can't be used. */
  refuse(column: string, expected: string): never
}

/**
 * Rows of a published table, gone through as often as need be. Those of a text are read anew each time, as
 * they are asked for, so that a table of any length can be summed without being held.
 */
export interface RawRows extends Iterable<RawRow> {
  map<T>(change: (row: RawRow) => T): T[]
  flatMap<T>(change: (row: RawRow) => readonly T[]): T[]
  filter(isWanted: (row: RawRow) => boolean): RawRow[]
}

/** A table as published: named columns in any order, rows below the header. */
export interface RawTable {
  /** File, and sheet where there is one, in words. */
  readonly place: string
  readonly columns: readonly string[]
  readonly rows: RawRows
}

/**
 * Makes a table of cells that were read from a file. Blank rows are dropped, columns are found by name.
 * @param place file, and sheet where there is one, in words
 * @param headerRow row number of the header as a reader counts it
 * @param header cells of the header row
 * @param records rows below the header, or what gives them anew each time
 * @param required columns that must be there
 * @param corrector what is known to be wrong in the file
 * @throws HeadroomError `edition-columns`; from the row readers, `edition-cell`
 */
export function createRawTable(
  place: string,
  headerRow: number,
  header: readonly Cell[],
  records: readonly (readonly Cell[])[] | (() => Iterable<readonly Cell[]>),
  required: readonly string[],
  corrector?: Corrector,
): RawTable {
  const columns = header.map((cell) => cellText(cell).replace(/\s+/g, ' '))
  const positions = new Map<string, number>()
  columns.forEach((column, index) => {
    if (!positions.has(columnKey(column))) positions.set(columnKey(column), index)
  })
  const missing = required.filter((column) => !positions.has(columnKey(column)))
  if (missing.length > 0)
    throw new HeadroomError('edition-columns', {
      place: `${place}, row ${headerRow}`,
      expected: required.join(', '),
      missing: missing.join(', '),
    })
  const start = typeof records === 'function' ? records : () => records
  function* rows(): Generator<RawRow, void, undefined> {
    let number = headerRow
    for (const published of start()) {
      const cells = corrector?.correct(published, positions) ?? published
      number++
      if (cells.some((cell) => cellText(cell) !== '')) yield new PublishedRow(place, number, cells, positions)
    }
  }
  return { place, columns, rows: new StreamedRows(rows) }
}

class StreamedRows implements RawRows {
  readonly #start: () => Iterable<RawRow>

  constructor(start: () => Iterable<RawRow>) {
    this.#start = start
  }

  [Symbol.iterator](): Iterator<RawRow> {
    return this.#start()[Symbol.iterator]()
  }

  map<T>(change: (row: RawRow) => T): T[] {
    return Array.from(this.#start(), (row) => change(row))
  }

  flatMap<T>(change: (row: RawRow) => readonly T[]): T[] {
    const changed: T[] = []
    for (const row of this.#start()) changed.push(...change(row))
    return changed
  }

  filter(isWanted: (row: RawRow) => boolean): RawRow[] {
    const wanted: RawRow[] = []
    for (const row of this.#start()) if (isWanted(row)) wanted.push(row)
    return wanted
  }
}

/** What identifies a column: its name whatever the case and spacing, which publishers change between editions. */
export const columnKey = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase()

const cellText = (cell: Cell | undefined): string =>
  cell === null || cell === undefined ? '' : String(cell).trim()

// A class, not closures: tables of tens of thousands of rows are common here.
class PublishedRow implements RawRow {
  readonly number: number
  readonly #table: string
  readonly #cells: readonly Cell[]
  readonly #positions: Map<string, number>

  constructor(table: string, number: number, cells: readonly Cell[], positions: Map<string, number>) {
    this.number = number
    this.#table = table
    this.#cells = cells
    this.#positions = positions
  }

  get place(): string {
    return `${this.#table}, row ${this.number}`
  }

  refuse(column: string, expected: string): never {
    throw new HeadroomError('edition-cell', {
      place: this.place,
      column,
      expected,
      found: this.#raw(column).slice(0, 80) || 'nothing',
    })
  }

  text(column: string): string {
    return this.#raw(column) || this.refuse(column, 'some text')
  }

  optional(column: string): string | null {
    return this.#raw(column) || null
  }

  numeric(column: string, limits: Limits = {}): number {
    const { min = -Infinity, max = Infinity } = limits
    const value = parseNumber(this.#raw(column))
    if (value === null) this.refuse(column, 'a number')
    if (value < min || value > max) this.refuse(column, `a number from ${min} to ${max}`)
    return value
  }

  numericOrMissing(column: string, limits?: Limits): number | null {
    return missingReason(this.#raw(column)) === null ? this.numeric(column, limits) : null
  }

  #raw(column: string): string {
    const position = this.#positions.get(column) ?? this.#remember(column)
    if (position === undefined) throw new Error(`${this.#table} was not asked for a column ${column}`)
    return cellText(this.#cells[position])
  }

  // Working out a column's key for every cell would take longer than reading the file.
  #remember(column: string): number | undefined {
    const position = this.#positions.get(columnKey(column))
    if (position !== undefined) this.#positions.set(column, position)
    return position
  }
}
