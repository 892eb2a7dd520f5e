import type { InputFiles } from '../../domain/input-files.ts'
import { type Row, readTable } from '../../tables/table.ts'
import type { TidyColumn } from '../tidy-table.ts'

/** Files below `data/` that say what figures count. */
export const DEFINITIONS_FILE = 'reference/definitions.csv'
export const COLUMN_DEFINITIONS_FILE = 'reference/column-definitions.csv'

/** One way to count, or one way to work out a rate. */
export interface Definition {
  readonly code: string
  readonly name: string
  /** Whether it is a stock at a date, a flow in a period, either, or a rate. */
  readonly timing: string
  /** Unit of a column that says by itself that it is counted this way; null where none does. */
  readonly impliedBy: string | null
  readonly meaning: string
}

/** Which definition a column goes by in some editions. */
export interface ColumnDefinition {
  /** Code of a series, file of a table, column: each may have `*` in it. */
  readonly series: string
  readonly table: string
  readonly column: string
  /** Editions by name for which it holds: all, those `from` one on, or those `to` one. */
  readonly editions: { readonly from?: string; readonly to?: string }
  readonly definition: string
}

/** What is known of how figures are counted. */
export interface Definitions {
  readonly list: readonly Definition[]
  readonly columns: readonly ColumnDefinition[]
}

/**
 * Reads the vocabulary of definitions and which columns go by which; empty where the lists aren't there.
 * @throws HeadroomError `table-header`, `table-cell`, `table-reference`, `file-unreadable`
 */
export function readDefinitions(files: InputFiles): Definitions {
  if (!files.has(DEFINITIONS_FILE) || !files.has(COLUMN_DEFINITIONS_FILE)) return { list: [], columns: [] }
  const list = readTable(files, DEFINITIONS_FILE, [
    'code',
    'name',
    'timing',
    'implied_by',
    'meaning',
  ]).rows.map(
    (row): Definition => ({
      code: row.text('code'),
      name: row.text('name'),
      timing: row.oneOf('timing', ['stock', 'flow', 'stock or flow', 'rate']),
      impliedBy: row.optional('implied_by'),
      meaning: row.text('meaning'),
    }),
  )
  const codes = list.map(({ code }) => code)
  const columns = readTable(files, COLUMN_DEFINITIONS_FILE, [
    'series',
    'table',
    'column',
    'editions',
    'definition',
  ]).rows.map(
    (row): ColumnDefinition => ({
      series: row.text('series'),
      table: row.text('table'),
      column: row.text('column'),
      editions: readEditions(row),
      definition: row.oneOf('definition', codes),
    }),
  )
  return { list, columns }
}

function readEditions(row: Row): ColumnDefinition['editions'] {
  const [, word, name = ''] = /^(from|to) (.+)$/.exec(row.optional('editions') ?? '') ?? []
  if (word === 'from') return { from: name }
  return word === 'to' ? { to: name } : {}
}

/**
 * Codes of the definitions that a column goes by in an edition: what is listed for it most closely, else what
 * its unit implies; none where neither says.
 */
export function definitionOf(
  { list, columns }: Definitions,
  series: string,
  table: string,
  { name, unit }: TidyColumn,
  edition: string,
): string | null {
  const listed = columns.filter(
    (column) =>
      matches(column.series, series) &&
      matches(column.table, table) &&
      matches(column.column, name) &&
      (column.column === name || isCounted(unit)) &&
      edition >= (column.editions.from ?? '') &&
      (column.editions.to === undefined || edition <= column.editions.to),
  )
  const closeness = ({ series: of, table: file, column }: ColumnDefinition): number =>
    [of, file, column].filter((pattern) => !pattern.includes('*')).length
  const [closest] = [...listed].sort((a, b) => closeness(b) - closeness(a))
  return (
    closest?.definition ??
    list.find(({ impliedBy }) => impliedBy !== null && impliedBy === unit)?.code ??
    null
  )
}

/** Units that say what is counted but not how: people may be heads, posts or residents, a share anything. */
export const isCounted = (unit: string | undefined): boolean =>
  unit !== undefined && ['people', 'heads', 'posts', 'jobs', 'share', 'per cent'].includes(unit)

const matches = (pattern: string, text: string): boolean =>
  pattern.includes('*')
    ? text.startsWith(pattern.slice(0, pattern.indexOf('*'))) &&
      text.endsWith(pattern.slice(pattern.lastIndexOf('*') + 1))
    : pattern === text
