import { HeadroomError } from '../../errors/headroom-error.ts'
import type { PublishedFile } from '../published-file.ts'

/** A measure of the activity of councils: a column of the return. */
export interface Measure {
  /** The publisher’s code, for example `D1.1`. */
  readonly code: string
  readonly column: number
  /** What it counts, from the headers above it. */
  readonly label: string
  readonly unit: string
}

const CODE = /^[A-Z]\d+(\.\d+)?$/
/** How many rows are looked at for the row of codes. */
const WITHIN = 15

/** What is counted, by words of the label, the first that fits. */
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/\bhours\b/i, 'hours'],
  [/\bweeks\b/i, 'weeks'],
  [/\bmeals\b/i, 'meals per week'],
  [/\bper week\b/i, 'people per week'],
  [/review events/i, 'reviews'],
  // The header of weeks over the first measure of this section goes for those in supported living as well.
  [/^people in supported (?!.*number of people)/i, 'weeks'],
]

/**
 * Finds the row of codes and puts together what stands in the merged headers above each.
 * @throws HeadroomError `edition-columns` where there are none, one is missing or they are out of order
 */
export function readMeasures(
  file: PublishedFile,
  rows: readonly (readonly string[])[],
  required: readonly string[],
): { readonly measures: readonly Measure[]; readonly codeRow: number } {
  const refuse = (row: number, expected: string, missing: string): never => {
    throw new HeadroomError('edition-columns', { place: `${file.name}, row ${row + 1}`, expected, missing })
  }
  const codeRow = rows.slice(0, WITHIN).findIndex((cells) => {
    const given = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
    return given.length > 0 && given.every((cell) => CODE.test(cell))
  })
  if (codeRow < 0) refuse(0, 'a row of codes such as A1.1 below the headers', 'the codes')
  const codes = (rows[codeRow] ?? []).map((cell) => cell.trim())
  const absent = required.filter((code) => !codes.includes(code))
  if (absent.length > 0) refuse(codeRow, required.join(', '), absent.join(', '))
  const given = codes.filter((code) => code !== '')
  // A header spans the columns to its right: in another order it would name the wrong ones.
  given.forEach((code, index) => {
    const before = given[index - 1]
    if (before !== undefined && order(before) >= order(code))
      refuse(codeRow, 'the codes in their order, each once', `${code} behind those below it`)
  })
  const headers = spread(rows.slice(1, codeRow))
  return {
    codeRow,
    measures: codes.flatMap((code, column) => {
      if (code === '') return []
      const label = headers
        .map((header) => (header[column] ?? '').replace(/:$/, ''))
        .filter((part, index, parts) => part !== '' && parts.indexOf(part) === index)
        .join(' – ')
      const unit = UNITS.find(([words]) => words.test(label))?.[1] ?? 'people'
      return [{ code, column, label, unit }]
    }),
  }
}

/** Merged headers with their text in every column they span: up to the next text in their row or a row above. */
function spread(headers: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const spans: string[][] = []
  headers.forEach((header, level) => {
    const last = level === headers.length - 1
    let text = ''
    spans.push(
      header.map((cell, column) => {
        const isNew = headers.slice(0, level).some((above) => (above[column] ?? '').trim() !== '')
        const own = cell.trim().replace(/\s+/g, ' ')
        if (own !== '' || isNew) text = own
        // The lowest row has a text for each column that needs one, and those are not merged; the one
        // above it goes on only where the lowest says something.
        if (last) return own
        const below = (headers[level + 1]?.[column] ?? '').trim()
        return own !== '' || level < headers.length - 2 || below !== '' ? text : ''
      }),
    )
  })
  return spans
}

/** A number that orders codes: by letter, then by each number. */
function order(code: string): number {
  const [major = '', minor = '0'] = code.slice(1).split('.')
  return code.charCodeAt(0) * 1e6 + Number(major) * 1e3 + Number(minor)
}
