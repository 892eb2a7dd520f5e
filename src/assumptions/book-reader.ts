import type { Family, Judged, Judgement, Source } from '../domain/assumption-book.ts'
import type { InputFiles } from '../domain/input-files.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { type Row, readTable, type Table } from '../tables/table.ts'
import { findFamily } from './read-families.ts'

export const FOLDER = 'assumptions'
const JUDGEMENT = ['basis', 'quality', 'source', 'signed_by', 'expires', 'note'] as const
const DATE = /^\d{4}-\d{2}-\d{2}$/

/** Codes that rows of the book may name. */
export interface BookCodes {
  readonly occupations: readonly string[]
  readonly profiles: readonly string[]
  readonly groups: readonly string[]
  readonly sectors: readonly string[]
  readonly services: readonly string[]
}

/** One row of a table of the book; numbers are held to the bounds of `families.csv`. */
export interface BookRow extends Row {
  /** @throws HeadroomError `table-cell` or `assumption-bounds` */
  value(column: string): number
  /** As `value`, null where the cell is empty. */
  valueOrNull(column: string): number | null
  /** Values of the columns of a run of bands. */
  bands(columns: readonly string[]): number[]
}

type Values = { readonly key: string }

/** Reads judged tables by name. */
export interface BookReader {
  readonly keyed: <V extends Values, K extends string = string>(
    name: string,
    columns: readonly string[],
    values: (row: BookRow) => V,
  ) => Map<K, Judged<V>>
  readonly list: <V extends Values>(
    name: string,
    columns: readonly string[],
    values: (row: BookRow) => V,
  ) => Judged<V>[]
  /** The one row of a table that has one. */
  readonly only: <V extends Values>(
    name: string,
    columns: readonly string[],
    values: (row: BookRow) => V,
  ) => Judged<V>
}

/**
 * A reader of judged tables: every row needs basis, quality, source, signature, expiry and note, every number
 * lies within its family's bounds, and no key stands twice.
 */
export function createBookReader(
  files: InputFiles,
  sources: ReadonlyMap<string, Source>,
  families: readonly Family[],
): BookReader {
  const keyed = <V extends Values, K extends string = string>(
    name: string,
    columns: readonly string[],
    values: (row: BookRow) => V,
  ): Map<K, Judged<V>> => {
    const table = readTable(files, `${FOLDER}/${name}.csv`, [...columns, ...JUDGEMENT])
    return uniqueRows(
      table,
      table.rows.map((row) => {
        const judgement = readJudgement(row, sources)
        const found = values(bookRow(row, name, families))
        return [found.key as K, { ...found, judgement }]
      }),
    )
  }
  const list: BookReader['list'] = (name, columns, values) => [...keyed(name, columns, values).values()]
  return {
    keyed,
    list,
    only: (name, columns, values) => {
      const [first, ...more] = list(name, columns, values)
      if (first === undefined || more.length > 0)
        throw new HeadroomError('table-incomplete', {
          file: `data/${FOLDER}/${name}.csv`,
          missing: 'exactly one line',
        })
      return first
    },
  }
}

/** A code that must stand in a list. @throws HeadroomError `table-reference` */
export function readCode(row: Row, column: string, codes: readonly string[], list: string): string {
  const found = row.text(column)
  if (!codes.includes(found))
    throw new HeadroomError('table-reference', { file: row.file, row: row.number, column, found, list })
  return found
}

/** Rows by key. @throws HeadroomError `table-duplicate` where a key stands twice */
export function uniqueRows<K extends string, V>(
  table: Table,
  entries: readonly (readonly [K, V])[],
): Map<K, V> {
  const rows = new Map<string, number>()
  entries.forEach(([key], i) => {
    const row = table.rows[i]!.number
    const first = rows.get(key)
    if (first !== undefined) throw new HeadroomError('table-duplicate', { file: table.file, row, key, first })
    rows.set(key, row)
  })
  return new Map(entries)
}

/** Names of the columns of bands with the given lower edges, the last being the end of the last band. */
export const bandColumns = (edges: readonly number[]): string[] =>
  edges.slice(0, -1).map((edge, i) => `age_${edge}_${edges[i + 1]! - 1}`)

/** Names of the columns of bands whose last is open. */
export const openBandColumns = (edges: readonly number[]): string[] => [
  ...bandColumns(edges),
  `age_${edges.at(-1)!}_plus`,
]

function bookRow(row: Row, table: string, families: readonly Family[]): BookRow {
  const bounded = (column: string): number => {
    const value = row.numeric(column)
    const { low, high } = findFamily(families, table, column)
    if (value < low || value > high)
      throw new HeadroomError('assumption-bounds', {
        file: row.file,
        row: row.number,
        column,
        found: value,
        low,
        high,
      })
    return value
  }
  return {
    ...row,
    value: bounded,
    valueOrNull: (column) => (row.optional(column) === null ? null : bounded(column)),
    bands: (columns) => columns.map(bounded),
  }
}

function readJudgement(row: Row, sources: ReadonlyMap<string, Source>): Judgement {
  const signedBy = row.optional('signed_by')
  if (signedBy === null) throw new HeadroomError('assumption-unsigned', { file: row.file, row: row.number })
  const id = row.optional('source')
  if (id === null) throw new HeadroomError('assumption-unsourced', { file: row.file, row: row.number })
  const source = sources.get(id)
  if (!source)
    throw new HeadroomError('table-reference', {
      file: row.file,
      row: row.number,
      column: 'source',
      found: id,
      list: 'sources.csv',
    })
  const expires = row.text('expires')
  if (!DATE.test(expires))
    throw new HeadroomError('table-cell', {
      file: row.file,
      row: row.number,
      column: 'expires',
      expected: 'a day such as 2027-11-30',
      found: expires,
    })
  return {
    file: row.file,
    row: row.number,
    basis: row.oneOf('basis', ['published', 'derived', 'assumed']),
    quality: row.oneOf('quality', ['green', 'amber', 'red']),
    source,
    signedBy,
    expires,
    note: row.optional('note') ?? '',
  }
}
