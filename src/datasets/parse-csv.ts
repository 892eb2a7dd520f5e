/** Why a text is no well-formed table, and on which row. Callers turn it into an error that names the file. */
export class CsvFault extends Error {}

/**
 * Splits delimited text (RFC 4180) into the cells of each row. Strict: a row must have as many cells as
 * the first, a quote may only stand around a whole cell. Lines end in LF, CRLF or CR; a blank line is a
 * row without cells, so that row numbers are those of a spreadsheet. A byte order mark is left out.
 *
 * Written by hand because it is the slow step of an import: most lines have no quotes, and those are
 * split at once, about ten times as fast as a general parser.
 * @throws CsvFault
 */
export function parseCsv(source: string, delimiter: string): string[][] {
  const text = normaliseLines(source)
  const rows: string[][] = []
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at)
    const line = text.slice(at, end < 0 ? text.length : end)
    if (line.includes('"')) at = readQuoted(text, at, delimiter, rows)
    else {
      rows.push(line === '' ? [] : line.split(delimiter))
      at += line.length + 1
    }
    checkWidth(rows)
  }
  return rows
}

function normaliseLines(source: string): string {
  const text = source.startsWith('\ufeff') ? source.slice(1) : source
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

function checkWidth(rows: readonly (readonly string[])[]): void {
  const [first = [], row = []] = [rows[0], rows.at(-1)]
  if (row.length !== first.length && row.length > 0)
    throw new CsvFault(`row ${rows.length} has ${row.length} cells, the first has ${first.length}`)
}

/** Reads one row with quoted cells, which may hold delimiters and line ends; gives where the next begins. */
function readQuoted(text: string, start: number, delimiter: string, rows: string[][]): number {
  const cells: string[] = []
  const fault = (what: string): CsvFault => new CsvFault(`row ${rows.length + 1} has ${what}`)
  for (let at = start; ; ) {
    if (text[at] === '"') {
      const end = closingQuote(text, at + 1)
      if (end < 0) throw fault('a quote that is never closed')
      cells.push(text.slice(at + 1, end).replaceAll('""', '"'))
      at = end + 1
    } else {
      const stop = cellEnd(text, at, delimiter)
      const cell = text.slice(at, stop)
      if (cell.includes('"')) throw fault('a quote in the middle of a cell')
      cells.push(cell)
      at = stop
    }
    if (at < text.length && text[at] !== delimiter && text[at] !== '\n')
      throw fault('text after a closing quote')
    if (text[at] !== delimiter) {
      rows.push(cells)
      return at + 1
    }
    at++
  }
}

/** Position of the quote that closes a cell, doubled quotes passed over; -1 where there is none. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at
  return -1
}

function cellEnd(text: string, from: number, delimiter: string): number {
  const ends = [text.indexOf(delimiter, from), text.indexOf('\n', from)].filter((end) => end >= 0)
  return ends.length > 0 ? Math.min(...ends) : text.length
}
