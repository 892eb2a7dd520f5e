/** What a column of a tidy table holds. */
export interface TidyColumn {
  readonly name: string
  readonly type: 'text' | 'integer' | 'number'
  readonly unit?: string
  /** What is counted, or which rate it is, as data/reference/definitions.csv names it. */
  readonly definition?: string
  readonly description: string
}

/** A tidy table ready to be written under `data/statistics/<series>/`. */
export interface TidyTable {
  readonly file: string
  readonly title: string
  readonly columns: readonly TidyColumn[]
  /** What a row is and how it was counted, in plain words. */
  readonly definition: string
  /**
   * Columns that say which edition a row is from: importing replaces the rows that have the same
   * values there and keeps the others. Empty where an edition replaces the whole table.
   */
  readonly editionColumns: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

/** Rounds to a number of decimals, half away from zero, without a sign on zero. */
export function roundTo(value: number, decimals: number): number {
  let scale = 1
  for (let index = 0; index < decimals; index++) scale *= 10
  const rounded = (Math.sign(value) * Math.round(Math.abs(value) * scale)) / scale
  return rounded === 0 ? 0 : rounded
}

/** Text of a tidy table: UTF-8, commas, LF, quoted only where needed. */
export function writeTable(
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const line = (cells: readonly (string | number)[]): string => `${cells.map(writeCell).join(',')}\n`
  return line(columns) + rows.map(line).join('')
}

function writeCell(cell: string | number): string {
  const text = String(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
