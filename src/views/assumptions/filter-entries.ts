import { ASSUMPTION_KINDS, type AssumptionKind } from '../../domain/assumption-book.ts'
import type { AssumptionEntry } from '../../domain/assumption-entry.ts'
import type { Quality } from '../../domain/origin.ts'

export const QUALITIES = ['green', 'amber', 'red'] as const satisfies readonly Quality[]
export { ASSUMPTION_KINDS as KINDS }

/** What a reader looks for; null where anything will do. */
export interface EntryFilter {
  /** Words that must all stand somewhere in the entry. */
  readonly words: string
  readonly table: string | null
  readonly quality: Quality | null
  readonly kind: AssumptionKind | null
}

/** All that is written of an entry, in small letters. */
const textOf = ({ table, key, name, note, signedBy, source, values }: AssumptionEntry): string =>
  [
    table,
    key,
    name,
    note,
    signedBy,
    source.publisher,
    source.publication,
    ...values.flatMap(({ meaning, unit }) => [meaning ?? '', unit ?? '']),
  ]
    .join(' ')
    .toLowerCase()

/** The entries that a filter lets through, in their order. */
export function filterEntries(
  entries: readonly AssumptionEntry[],
  { words, table, quality, kind }: EntryFilter,
): readonly AssumptionEntry[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return entries.filter((entry) => {
    if (table !== null && entry.table !== table) return false
    if (quality !== null && entry.quality !== quality) return false
    if (kind !== null && !entry.values.some((value) => value.kind === kind)) return false
    if (wanted.length === 0) return true
    const text = textOf(entry)
    return wanted.every((word) => text.includes(word))
  })
}
