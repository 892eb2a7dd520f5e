/** Why a text is no well-formed table, and on which row. Callers turn it into an error that names the file. */
export class CsvFault extends Error {}

/** Longest row that is read, in characters: a quote that is never closed must not swallow a file of any size. */
const LONGEST_ROW = 4_000_000

/**
 * Splits delimited text (RFC 4180) into the cells of each row, as it comes: only the block that is being
 * read, and the row that is handed out, are held. Strict: a row must have as many cells as the first, a
 * quote may only stand around a whole cell. Lines end in LF, CRLF or CR; a blank line is a row without
 * cells, so that row numbers are those of a spreadsheet. A byte order mark is left out.
 * @param blocks the text in pieces of any length, cut anywhere
 * @param isRagged true for a sheet saved as text, whose titles and notes have rows of any width
 * @throws CsvFault
 */
export function* csvRows(
  blocks: Iterable<string>,
  delimiter: string,
  isRagged = false,
): Generator<string[], void, undefined> {
  let width = -1
  let number = 0
  let text = ''
  for (const block of wholeLines(blocks)) {
    text = text === '' ? block.text : text + block.text
    const reader = new RowReader(text, delimiter, number, block.isLast)
    for (let cells = reader.next(); cells !== null; cells = reader.next()) {
      number++
      if (width < 0) width = cells.length
      if (cells.length !== width && cells.length > 0 && !isRagged)
        throw new CsvFault(`row ${number} has ${cells.length} cells, the first has ${width}`)
      yield cells
    }
    text = text.slice(reader.at)
    if (text.length > LONGEST_ROW)
      throw new CsvFault(`row ${number + 1} is longer than ${LONGEST_ROW} characters`)
  }
}

/**
 * The rows of a whole text; see `csvRows`.
 * @throws CsvFault
 */
export const parseCsv = (text: string, delimiter: string, isRagged = false): string[][] => [
  ...csvRows([text], delimiter, isRagged),
]

interface Block {
  readonly text: string
  readonly isLast: boolean
}

/** Blocks without a byte order mark, with LF for every line end; the last one, perhaps empty, says so. */
function* wholeLines(blocks: Iterable<string>): Generator<Block, void, undefined> {
  let isFirst = true
  let held = ''
  for (const block of blocks) {
    let text = held + (isFirst && block.startsWith('\ufeff') ? block.slice(1) : block)
    isFirst &&= block === ''
    // A CR at the end may be half of a CRLF.
    held = text.endsWith('\r') ? '\r' : ''
    if (held !== '') text = text.slice(0, -1)
    yield { text: withLineFeeds(text), isLast: false }
  }
  yield { text: withLineFeeds(held), isLast: true }
}

function withLineFeeds(text: string): string {
  if (!text.includes('\r')) return text
  const joined = text.replaceAll('\r\n', '\n')
  return joined.includes('\r') ? joined.replaceAll('\r', '\n') : joined
}

/** Reads whole rows of one piece of text. Where a quote or delimiter comes next is looked up once. */
class RowReader {
  /** Where the next row begins. */
  at = 0
  readonly #text: string
  readonly #delimiter: string
  readonly #isLast: boolean
  #row: number
  #quote = -1
  #comma = -1

  constructor(text: string, delimiter: string, row: number, isLast: boolean) {
    this.#text = text
    this.#delimiter = delimiter
    this.#isLast = isLast
    this.#row = row
  }

  /** Cells of the next row, or null where the text has no further whole one. */
  next(): string[] | null {
    const text = this.#text
    if (this.at >= text.length) return null
    const found = text.indexOf('\n', this.at)
    if (found < 0 && !this.#isLast) return null
    const end = found < 0 ? text.length : found
    this.#row++
    if (this.#quote < this.at) this.#quote = place(text, '"', this.at)
    if (this.#quote < end) return this.#readQuoted()
    const cells = end === this.at ? [] : this.#readPlain(end)
    this.at = end + 1
    return cells
  }

  #readPlain(end: number): string[] {
    const text = this.#text
    const cells: string[] = []
    let at = this.at
    let comma = this.#comma < at ? place(text, this.#delimiter, at) : this.#comma
    while (comma < end) {
      cells.push(text.slice(at, comma))
      at = comma + 1
      comma = place(text, this.#delimiter, at)
    }
    this.#comma = comma
    cells.push(text.slice(at, end))
    return cells
  }

  /** A row with quoted cells, which may hold delimiters and line ends; null where it goes on in a later block. */
  #readQuoted(): string[] | null {
    const text = this.#text
    const delimiter = this.#delimiter.charCodeAt(0)
    const cells: string[] = []
    for (let at = this.at; ; at++) {
      const start = at
      if (text.charCodeAt(at) === QUOTE) {
        at = text.indexOf('"', at + 1)
        const isPlain = text.charCodeAt(at + 1) !== QUOTE
        while (at >= 0 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2)
        // A quote at the very end may be the first half of a doubled one.
        if (at < 0 || (at + 1 >= text.length && !this.#isLast)) return this.#unfinished()
        const cell = text.slice(start + 1, at)
        cells.push(isPlain ? cell : cell.replaceAll('""', '"'))
        at++
        if (at < text.length && text.charCodeAt(at) !== delimiter && text.charCodeAt(at) !== LINE_FEED)
          throw this.#fault('text after a closing quote')
      } else {
        for (; at < text.length; at++) {
          const code = text.charCodeAt(at)
          if (code === delimiter || code === LINE_FEED) break
          if (code === QUOTE) throw this.#fault('a quote in the middle of a cell')
        }
        if (at >= text.length && !this.#isLast) return this.#unfinished()
        cells.push(text.slice(start, at))
      }
      if (text.charCodeAt(at) === delimiter) continue
      this.at = at + 1
      return cells
    }
  }

  #unfinished(): null {
    if (this.#isLast) throw this.#fault('a quote that is never closed')
    this.#row--
    return null
  }

  #fault(what: string): CsvFault {
    return new CsvFault(`row ${this.#row} has ${what}`)
  }
}

const QUOTE = 34
const LINE_FEED = 10

/** Where a text comes next, or Infinity. */
function place(text: string, wanted: string, from: number): number {
  const at = text.indexOf(wanted, from)
  return at < 0 ? Infinity : at
}
