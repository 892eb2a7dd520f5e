import type { AssumptionEntry } from '../domain/assumption-entry.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { type EntryFilter, KINDS, QUALITIES } from '../views/assumptions/filter-entries.ts'

/** What the page of assumptions is asked for. */
export interface AssumptionQuery extends EntryFilter {
  /** 1 for the first. */
  readonly page: number
}

type Raw = Readonly<Record<string, unknown>>

function text(raw: Raw, name: string): string {
  const value = raw[name] ?? ''
  if (typeof value !== 'string')
    throw new HeadroomError('option-invalid', { option: name, value: String(value), expected: 'given once' })
  return value.trim()
}

function oneOf<Value extends string>(raw: Raw, name: string, values: readonly Value[]): Value | null {
  const value = text(raw, name)
  if (value === '') return null
  const found = values.find((each) => each === value)
  if (!found)
    throw new HeadroomError('option-invalid', {
      option: name,
      value,
      expected: `one of ${values.join(', ')}`,
    })
  return found
}

/** Longest search that is listened to. */
const LONGEST = 100

/**
 * Reads the query of the page of assumptions.
 * @throws HeadroomError `option-invalid`
 */
export function parseAssumptionQuery(raw: Raw, entries: readonly AssumptionEntry[]): AssumptionQuery {
  const tables = [...new Set(entries.map(({ table }) => table))]
  const page = text(raw, 'page')
  if (page !== '' && !/^[1-9]\d{0,3}$/.test(page))
    throw new HeadroomError('option-invalid', { option: 'page', value: page, expected: 'a page such as 2' })
  return {
    words: text(raw, 'q').slice(0, LONGEST),
    table: oneOf(raw, 'table', tables),
    quality: oneOf(raw, 'quality', QUALITIES),
    kind: oneOf(raw, 'kind', KINDS),
    page: page === '' ? 1 : Number(page),
  }
}

/** The one address of a page of assumptions. */
export function assumptionsAddress({ words, table, quality, kind, page }: AssumptionQuery): string {
  const parts = new URLSearchParams()
  if (words) parts.set('q', words)
  if (table) parts.set('table', table)
  if (quality) parts.set('quality', quality)
  if (kind) parts.set('kind', kind)
  if (page > 1) parts.set('page', String(page))
  const query = parts.toString()
  return query ? `/assumptions?${query}` : '/assumptions'
}

/** The address of one assumption, for good: it names what it is about and not where it stands. */
export const entryAddress = ({ table, key }: Pick<AssumptionEntry, 'table' | 'key'>): string =>
  `/assumptions/${table}/${encodeURIComponent(key)}`
