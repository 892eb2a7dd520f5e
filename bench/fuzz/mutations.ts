import { openFile } from '../../src/datasets/open-file.ts'
import { createTextFile, type PublishedFile, wholeText } from '../../src/datasets/published-file.ts'
import { writeWorkbook } from '../../tests/support/golden-import.ts'
import type { Chance } from './chance.ts'
import type { Fixture } from './fixtures.ts'
import { damageSheets } from './sheets.ts'

/** Something that happens to a file on its way. */
export interface Mutation {
  readonly name: string
  /** True where the file still says the same, so that the tables must be the same. */
  readonly harmless: boolean
  /** True where it can happen to a file of that kind. */
  readonly suits: (fixture: Fixture) => boolean
  readonly mutate: (fixture: Fixture, chance: Chance) => PublishedFile | Promise<PublishedFile>
}

/** What publishers put in place of a value, and what people and programs make of one. */
const MARKS = [
  '',
  '*',
  '[c]',
  '[x]',
  '[z]',
  ':',
  '..',
  '-',
  'c',
  'x',
  'z',
  'n/a',
  'NA',
  'None',
  'NULL',
  '#REF!',
]
const VALUES = [
  '-1',
  '1e9',
  '1,234',
  ' 7 ',
  '12%',
  '(3)',
  'NaN',
  'Infinity',
  '0',
  '2024',
  '٣',
  '½',
  '1.2.3',
  '1e400',
  '__proto__',
  'constructor',
  '𝟙',
]

const hasCells = ({ cells }: Fixture): boolean => cells.length > 0
const isText = ({ opened }: Fixture): boolean => opened.kind === 'text'
// Merged headers tell what is below them by their place: in another order they would tell something else.
const hasHeaderLine = (fixture: Fixture): boolean =>
  fixture.isTable && (fixture.cells[0] ?? []).filter((cell) => cell === '').length <= 1
const isBook = ({ opened }: Fixture): boolean => opened.kind === 'workbook'
const always = (): boolean => true

const opened = ({ name }: Fixture, bytes: Uint8Array): Promise<PublishedFile> =>
  openFile({ name, bytes, sha256: name })
const asText = ({ name }: Fixture, text: string): PublishedFile => createTextFile(name, name, text)
const textOf = ({ opened }: Fixture): string => (opened.kind === 'text' ? wholeText(opened) : '')
const write = (fixture: Fixture, rows: readonly (readonly string[])[]): PublishedFile =>
  asText(fixture, `${rows.map((cells) => cells.map(quote).join(fixture.delimiter)).join('\n')}\n`)
const quote = (cell: string): string => (/[",\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))

/** The bytes of a text in Windows-1252, or null where it has a character that isn't in it. */
function windows1252(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const punctuation = PUNCTUATION.indexOf(text.charAt(at))
    if (punctuation < 0 && (code > 0xff || (code >= 0x80 && code < 0xa0))) return null
    bytes[at] = punctuation < 0 ? code : 0x91 + punctuation
  }
  return bytes
}
/** Characters 0x91 to 0x97 of Windows-1252, the ones publishers use. */
const PUNCTUATION = '‘’“”•–—'

/** Puts another value into one to five cells below the header. */
function replaceCells(fixture: Fixture, chance: Chance, values: readonly string[]): PublishedFile {
  const rows = fixture.cells.map((cells) => [...cells])
  for (let times = 1 + chance.below(5); times > 0; times--) {
    const row = rows[1 + chance.below(Math.max(1, rows.length - 1))]
    if (row && row.length > 0) row[chance.below(row.length)] = chance.pick(values)
  }
  return write(fixture, rows)
}

const columnsInOrder = (fixture: Fixture, order: readonly number[]): string[][] =>
  fixture.cells.map((cells) => order.map((column) => cells[column] ?? ''))
const columnNumbers = (fixture: Fixture): number[] => (fixture.cells[0] ?? []).map((_, column) => column)

/** Every mutation there is. */
export const MUTATIONS: readonly Mutation[] = [
  {
    name: 're-encoded',
    harmless: true,
    suits: isText,
    mutate: (fixture, chance) => {
      const text = textOf(fixture).replaceAll('\r', '')
      const ends = chance.pick(['\n', '\r\n', '\r'])
      const written = text.replaceAll('\n', ends)
      const encoded = [utf16(written), Buffer.from(`\ufeff${written}`), Buffer.from(written)]
      const narrow = windows1252(written)
      return opened(fixture, chance.pick(narrow === null ? encoded : [...encoded, narrow]))
    },
  },
  {
    name: 'columns and rows shuffled',
    harmless: true,
    suits: hasHeaderLine,
    mutate: (fixture, chance) => {
      const [header = [], ...rows] = columnsInOrder(fixture, chance.shuffle(columnNumbers(fixture)))
      return write(fixture, [header, ...chance.shuffle(rows)])
    },
  },
  {
    name: 'cut short',
    harmless: false,
    suits: isText,
    mutate: (fixture, chance) => opened(fixture, fixture.bytes.slice(0, chance.below(fixture.bytes.length))),
  },
  {
    name: 'bytes flipped',
    harmless: false,
    suits: isText,
    mutate: (fixture, chance) => opened(fixture, flip(fixture.bytes, chance)),
  },
  {
    name: 'workbook cut short or bytes flipped',
    harmless: false,
    suits: isBook,
    mutate: (fixture, chance) =>
      opened(
        fixture,
        chance.below(2) === 0
          ? fixture.bytes.slice(0, chance.below(fixture.bytes.length))
          : flip(fixture.bytes, chance),
      ),
  },
  {
    name: 'a stretch lost or doubled',
    harmless: false,
    suits: isText,
    mutate: (fixture, chance) => {
      const text = textOf(fixture)
      const at = chance.below(text.length)
      const end = at + 1 + chance.below(400)
      const [keep, resume] = chance.below(2) === 0 ? [at, end] : [end, at]
      return asText(fixture, text.slice(0, keep) + text.slice(resume))
    },
  },
  {
    name: 'cells replaced by publishers’ marks',
    harmless: false,
    suits: hasCells,
    mutate: (fixture, chance) => replaceCells(fixture, chance, MARKS),
  },
  {
    name: 'cells replaced by odd values',
    harmless: false,
    suits: hasCells,
    mutate: (fixture, chance) => replaceCells(fixture, chance, VALUES),
  },
  {
    name: 'a column lost, renamed or twice',
    harmless: false,
    suits: hasCells,
    mutate: (fixture, chance) => {
      const numbers = columnNumbers(fixture)
      const at = chance.below(numbers.length)
      const how = chance.below(3)
      if (how === 0)
        return write(
          fixture,
          columnsInOrder(
            fixture,
            numbers.filter((column) => column !== at),
          ),
        )
      if (how === 1) return write(fixture, columnsInOrder(fixture, [...numbers, at]))
      const rows = fixture.cells.map((cells) => [...cells])
      const header = rows[0]
      if (header) header[at] = `${header[at]}_2`
      return write(fixture, rows)
    },
  },
  {
    name: 'rows lost or twice',
    harmless: false,
    suits: hasCells,
    mutate: (fixture, chance) => {
      const [header = [], ...rows] = fixture.cells
      const at = chance.below(rows.length)
      const count = 1 + chance.below(3)
      const doubled = [...rows.slice(0, at + count), ...rows.slice(at)]
      const lost = [...rows.slice(0, at), ...rows.slice(at + count)]
      return write(fixture, [header, ...(chance.below(2) === 0 ? doubled : lost)])
    },
  },
  {
    name: 'sheets wrong, cells or rows changed',
    harmless: false,
    suits: isBook,
    mutate: (fixture, chance) => damageSheets(fixture.opened, chance, [...MARKS, ...VALUES]),
  },
  {
    name: 'workbook written anew in the other format',
    harmless: true,
    suits: isBook,
    mutate: async (fixture, chance) => {
      const { opened: book } = fixture
      const sheets =
        book.kind === 'workbook' ? book.workbook.sheets.map(({ name, rows }) => [name, rows]) : []
      const format = chance.pick(['ods', 'xlsx'])
      // The library that writes can't write a CR; programs write LF in its place.
      const cells = JSON.stringify(Object.fromEntries(sheets)).replaceAll('\\r\\n', '\\n')
      return opened(fixture, await writeWorkbook(cells, format))
    },
  },
  {
    name: 'sheets in another order',
    harmless: false,
    suits: isBook,
    mutate: ({ opened: book }, chance) =>
      book.kind === 'workbook'
        ? { ...book, workbook: { sheets: chance.shuffle(book.workbook.sheets) } }
        : book,
  },
  { name: 'the file as it is', harmless: true, suits: always, mutate: (fixture) => fixture.opened },
]

function flip(bytes: Uint8Array, chance: Chance): Uint8Array {
  const changed = Uint8Array.from(bytes)
  for (let times = 1 + chance.below(8); times > 0; times--)
    changed[chance.below(changed.length)] = chance.below(256)
  return changed
}
