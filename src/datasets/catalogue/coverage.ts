import type { TidyColumn } from '../tidy-table.ts'

/** What a table covers. */
export interface Coverage {
  readonly rows: number
  /** Places by the column that names them, for example 42 of `area`. */
  readonly places: readonly { readonly column: string; readonly count: number }[]
  /** First and last period and how many there are; null where the table has no column of periods. */
  readonly periods: { readonly first: string; readonly last: string; readonly count: number } | null
}

const PLACES = ['region', 'area', 'council', 'organisation', 'geography', 'nationality']
/** Columns that hold the period of a row; a table has one of them at most. */
export const PERIOD_COLUMNS: readonly string[] = ['period', 'month', 'quarter', 'census', 'year']

/** Works out what the rows of a table cover; periods are a column, or columns named `y2025` and so on. */
export function coverageOf(
  columns: readonly TidyColumn[],
  records: readonly (readonly string[])[],
): Coverage {
  const names = columns.map(({ name }) => name)
  const valuesOf = (name: string): string[] => {
    const place = names.indexOf(name)
    return [...new Set(records.map((cells) => cells[place] ?? ''))].filter((value) => value !== '').sort()
  }
  const period = PERIOD_COLUMNS.find((name) => names.includes(name))
  const periods =
    period === undefined
      ? names.filter((name) => /^y\d{4}$/.test(name)).map((name) => name.slice(1))
      : valuesOf(period)
  const [first, last] = [periods[0], periods.at(-1)]
  return {
    rows: records.length,
    places: PLACES.filter((name) => names.includes(name)).map((name) => ({
      column: name,
      count: valuesOf(name).length,
    })),
    periods: first === undefined || last === undefined ? null : { first, last, count: periods.length },
  }
}

/** A coverage in words: `4,386 rows; area: 42; 2024-04 to 2024-12 (9 periods)`. */
export function sayCoverage({ rows, places, periods }: Coverage): string {
  const count = (value: number): string => value.toLocaleString('en-GB')
  const parts = [
    `${count(rows)} ${rows === 1 ? 'row' : 'rows'}`,
    ...places.map((place) => `${count(place.count)} ${plural(place.column, place.count)}`),
  ]
  if (periods !== null)
    parts.push(
      periods.count === 1 ? periods.first : `${periods.first} to ${periods.last} (${periods.count} periods)`,
    )
  return parts.join(', ')
}

function plural(noun: string, count: number): string {
  if (count === 1) return noun
  return noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`
}
