import type { AssumptionBook, Family } from '../domain/assumption-book.ts'
import type { AssumptionEntry, EntryValue } from '../domain/assumption-entry.ts'
import type { InputFiles } from '../domain/input-files.ts'
import type { Reference } from '../domain/reference.ts'
import { parseCsv } from '../tables/parse-csv.ts'

const FOLDER = 'assumptions/'
/** Columns that say who says so, on what ground and until when; every row of the book ends with them. */
const JUDGEMENT = ['basis', 'quality', 'source', 'signed_by', 'expires', 'note']
/** Columns that hold the row’s name in words. */
const NAMING = ['meaning', 'finding', 'name']

/**
 * Every row of the book of assumptions as people read it, in the order of the tables’ names. A file that is no table
 * of judgements is left out, as is a row whose source is not known: checks report those.
 */
export function listAssumptions(
  files: InputFiles,
  book: AssumptionBook,
  reference: Reference,
): readonly AssumptionEntry[] {
  const words = namesOf(book, reference)
  return [...files]
    .filter(([file]) => file.startsWith(FOLDER) && file.endsWith('.csv'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([file, text]) => {
      const table = file.slice(FOLDER.length, -'.csv'.length)
      const [header = [], ...rows] = parseCsv(text, ',')
      if (header.slice(-JUDGEMENT.length).join() !== JUDGEMENT.join()) return []
      return readEntries({ table, header, rows, book, words })
    })
}

interface RawTable {
  readonly table: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly book: AssumptionBook
  readonly words: ReadonlyMap<string, string>
}

function readEntries({ table, header, rows, book, words }: RawTable): AssumptionEntry[] {
  const own = header.slice(0, -JUDGEMENT.length)
  const families = new Map(own.map((column) => [column, familyOf(book.families, table, column)]))
  const coded = own.filter((column) => !families.get(column) && !NAMING.includes(column))
  const naming = own.find((column) => NAMING.includes(column))
  const at = (cells: readonly string[], column: string): string =>
    (cells[header.indexOf(column)] ?? '').trim()
  const keys = keyColumns(coded, rows, at)
  return rows.flatMap((cells, index): AssumptionEntry[] => {
    const source = book.sources.get(at(cells, 'source'))
    if (!source || cells.length === 0) return []
    const codes = keys.map((column) => at(cells, column))
    const values = own.filter((column) => !keys.includes(column) && column !== naming)
    return [
      {
        table,
        key: codes.join('.') || 'all',
        row: index + 2,
        name: naming
          ? at(cells, naming)
          : capitalise(
              codes.map((code) => lowered(words.get(code) ?? code.replaceAll('-', ' '))).join(', '),
            ) || tableTitle(table),
        values: values.flatMap((column) => toValue(column, at(cells, column), families.get(column) ?? null)),
        basis: at(cells, 'basis') as AssumptionEntry['basis'],
        quality: at(cells, 'quality') as AssumptionEntry['quality'],
        source,
        signedBy: at(cells, 'signed_by'),
        expires: at(cells, 'expires'),
        note: at(cells, 'note'),
      },
    ]
  })
}

function toValue(column: string, text: string, family: Family | null): EntryValue[] {
  if (text === '') return []
  const { meaning, unit, kind, impact } = family ?? { meaning: null, unit: null, kind: null, impact: null }
  return [{ column, text, meaning, unit, kind, impact }]
}

/** The fewest leading columns of codes that tell all rows apart. */
function keyColumns(
  coded: readonly string[],
  rows: RawTable['rows'],
  at: (cells: readonly string[], column: string) => string,
): readonly string[] {
  for (let count = 0; count < coded.length; count++) {
    const columns = coded.slice(0, count)
    const keys = new Set(rows.map((cells) => columns.map((column) => at(cells, column)).join('.')))
    if (keys.size === rows.length) return columns
  }
  return coded
}

const familyOf = (families: readonly Family[], table: string, column: string): Family | undefined =>
  families.find(
    (family) =>
      family.table === table &&
      (family.column.endsWith('*')
        ? column.startsWith(family.column.slice(0, -1))
        : family.column === column),
  )

/** Names of every code that a row may be about. */
function namesOf(book: AssumptionBook, reference: Reference): ReadonlyMap<string, string> {
  const { sectors, staffGroups, occupations } = reference
  return new Map(
    [...book.services, ...sectors, ...staffGroups, ...occupations].map(({ code, name }) => [code, name]),
  )
}

/** A name in the middle of a line: its first letter small, unless it starts with an abbreviation. */
const lowered = (name: string): string =>
  /^.[A-Z]/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1)

const capitalise = (text: string): string => text.replace(/^./, (first) => first.toUpperCase())

/** The name of a table in words. */
export const tableTitle = (table: string): string => capitalise(table.replaceAll('-', ' '))
