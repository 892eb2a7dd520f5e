import type { RawRow } from './raw-table.ts'

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/**
 * The month of a cell that holds its last day: `30/04/2024` or `2024-04-30` as `2024-04`.
 * @throws HeadroomError `edition-cell`
 */
export function monthOfLastDay(row: RawRow, column: string): string {
  const text = row.text(column)
  const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text) ?? []
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []
  const number = Number(month ?? isoMonth)
  if (!(Number(day ?? isoDay) >= 28 && Number(day ?? isoDay) <= 31 && number >= 1 && number <= 12))
    row.refuse(column, 'the last day of a month such as 30/04/2024')
  return `${year ?? isoYear}-${month ?? isoMonth}`
}

/** `April 2024`, `APR-2024` or the like as `2024-04`; null where the words are no month. */
export function monthOfWords(text: string): string | null {
  const [, word = '', year = ''] = /^([a-z]{3,9})[\s-]+(\d{4})$/i.exec(text.trim()) ?? []
  const index = MONTHS.findIndex(
    (name) => name === word.toLowerCase() || name.slice(0, 3) === word.toLowerCase(),
  )
  return index < 0 ? null : `${year}-${String(index + 1).padStart(2, '0')}`
}

/** Months that are absent between the first and the last of those given, in order. */
export function absentMonths(months: Iterable<string>): readonly string[] {
  const present = new Set(months)
  const sorted = [...present].sort()
  const numberOf = (month: string): number => 12 * Number(month.slice(0, 4)) + Number(month.slice(5)) - 1
  const absent: string[] = []
  for (let n = numberOf(sorted[0] ?? '0000-01'); n <= numberOf(sorted.at(-1) ?? '0000-01'); n++) {
    const month = `${String(Math.floor(n / 12)).padStart(4, '0')}-${String((n % 12) + 1).padStart(2, '0')}`
    if (sorted.length > 0 && !present.has(month)) absent.push(month)
  }
  return absent
}
