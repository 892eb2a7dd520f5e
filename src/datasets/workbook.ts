import { read } from 'hucre'
import { HeadroomError } from '../errors/headroom-error.ts'
import { slimOds } from './slim-ods.ts'

/** A cell of a published sheet: text, a number, or nothing. */
export type Cell = string | number | null

/** A sheet of a workbook; rows may be shorter than the widest. */
export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
}

/** A workbook of any spreadsheet format, sheets in their published order. */
export interface Workbook {
  readonly sheets: readonly Sheet[]
}

/**
 * Reads a workbook: XLSX, ODS or the old binary XLS, told apart by content.
 * Blank rows and cells are kept as such, so that row numbers are those a reader sees.
 * @param file name used in messages
 * @throws HeadroomError `edition-damaged`
 */
export async function readWorkbook(bytes: Uint8Array, file: string): Promise<Workbook> {
  try {
    const { sheets } = await read(await slimOds(bytes))
    return { sheets: sheets.map((sheet) => ({ name: sheet.name, rows: toRows(sheet.rows) })) }
  } catch (cause) {
    throw new HeadroomError(
      'edition-damaged',
      { file, format: 'a workbook', reason: reasonOf(cause) },
      { cause },
    )
  }
}

// An old workbook that is cut short looks like a protected one to the library.
function reasonOf(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause)
  return /password/i.test(message)
    ? 'it is cut short, or protected by a password'
    : message.replace(/\.$/, '')
}

// Rows may be missing, and spreadsheets may claim a million rows and thousands of columns of nothing.
function toRows(rows: readonly (readonly unknown[] | undefined)[] | undefined): readonly (readonly Cell[])[] {
  const source = rows ?? []
  const last = source.findLastIndex((row) => row?.some((value) => !isBlank(value)))
  return Array.from(source.slice(0, last + 1), (row = []) =>
    Array.from(row.slice(0, row.findLastIndex((value) => !isBlank(value)) + 1), toCell),
  )
}

const isBlank = (value: unknown): boolean => value === null || value === undefined || value === ''

function toCell(value: unknown): Cell {
  if (typeof value === 'number' || typeof value === 'string') return value
  if (value === null || value === undefined) return null
  if (isDate(value)) return Number.isNaN(value.valueOf()) ? null : value.toISOString().slice(0, 10)
  return String(value)
}

const isDate = (value: unknown): value is { toISOString(): string; valueOf(): number } =>
  typeof value === 'object' && value !== null && 'toISOString' in value
