import type { TidyColumn } from '../tidy-table.ts'
import { keyColumns } from './tidy-records.ts'

/** A cell whose value differs; null where that side has no such column. */
export interface CellChange {
  readonly column: string
  readonly before: string | null
  readonly after: string | null
}

/** A row that both sides have, with other values. */
export interface RowChange {
  readonly key: string
  readonly cells: readonly CellChange[]
}

/** How a column changed over all rows that both sides have. */
export interface ColumnSummary {
  readonly column: string
  readonly changed: number
  /** Changed cells that hold a number on both sides. */
  readonly numeric: number
  /** Sum of after less before over those. */
  readonly net: number
  /** Largest difference without its sign over those. */
  readonly largest: number
  /** Key of the row with the largest difference, or of the first that changed. */
  readonly where: string
}

/** Rows of one side with their columns. */
export interface TidyRows {
  readonly columns: readonly TidyColumn[]
  readonly rows: readonly (readonly string[])[]
}

/** Rows added, removed and changed between two sides of a table, and a summary of each column that changed. */
export function diffRows(
  before: TidyRows,
  after: TidyRows,
): {
  readonly key: readonly string[]
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly changed: readonly RowChange[]
  readonly columns: readonly ColumnSummary[]
} {
  // A key column that one side lacks can't match anything.
  const key = keyColumns(after.columns).filter((name) =>
    before.columns.some((column) => column.name === name),
  )
  const [old, now] = [rowsByKey(before, key), rowsByKey(after, key)]
  const names = [...new Set([...before.columns, ...after.columns].map(({ name }) => name))]
  const values = names.filter((name) => !key.includes(name))
  const cellOf = (side: TidyRows, name: string): ((cells: readonly string[]) => string | null) => {
    const place = side.columns.findIndex((column) => column.name === name)
    return (cells) => (place < 0 ? null : (cells[place] ?? ''))
  }
  const readers = values.map((column) => ({
    column,
    before: cellOf(before, column),
    after: cellOf(after, column),
  }))
  const changed: RowChange[] = []
  for (const [name, cells] of now) {
    const was = old.get(name)
    if (was === undefined) continue
    const different = readers
      .map((reader) => ({
        column: reader.column,
        before: reader.before(was),
        after: reader.after(cells),
      }))
      .filter((cell) => cell.before !== cell.after)
    if (different.length > 0) changed.push({ key: name, cells: different })
  }
  return {
    key,
    added: [...now.keys()].filter((name) => !old.has(name)),
    removed: [...old.keys()].filter((name) => !now.has(name)),
    changed,
    columns: summarise(values, changed),
  }
}

/** Rows by their key cells; rows that share a key are told apart by their order. */
function rowsByKey({ columns, rows }: TidyRows, key: readonly string[]): Map<string, readonly string[]> {
  const places = key.map((name) => columns.findIndex((column) => column.name === name))
  const found = new Map<string, readonly string[]>()
  const seen = new Map<string, number>()
  for (const cells of rows) {
    const name = places.map((place) => cells[place] ?? '').join(', ')
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    found.set(times === 1 ? name : `${name} (${times})`, cells)
  }
  return found
}

function summarise(values: readonly string[], changed: readonly RowChange[]): readonly ColumnSummary[] {
  const summaries = new Map<string, ColumnSummary>()
  for (const { key, cells } of changed)
    for (const { column, before, after } of cells) {
      const summary = summaries.get(column) ?? {
        column,
        changed: 0,
        numeric: 0,
        net: 0,
        largest: 0,
        where: key,
      }
      const difference = toNumber(after) - toNumber(before)
      const isNumeric = !Number.isNaN(difference)
      const isLargest = isNumeric && Math.abs(difference) > summary.largest
      summaries.set(column, {
        column,
        changed: summary.changed + 1,
        numeric: summary.numeric + (isNumeric ? 1 : 0),
        net: summary.net + (isNumeric ? difference : 0),
        largest: isLargest ? Math.abs(difference) : summary.largest,
        where: isLargest ? key : summary.where,
      })
    }
  return values.flatMap((column) => summaries.get(column) ?? [])
}

const toNumber = (cell: string | null): number => (cell === null || cell === '' ? Number.NaN : Number(cell))
