import type { SeriesKey } from './projection-reader.ts'

/** A name in the middle of a sentence: its first letter small, unless it starts with an abbreviation. */
export function midSentence(name: string): string {
  const [first = '', second = ''] = name
  const abbreviation = second !== '' && second === second.toUpperCase() && second !== second.toLowerCase()
  return abbreviation ? name : first.toLowerCase() + name.slice(1)
}

const NOT_PEOPLE =
  /(functions|services|estates|professions|administration|care|classification|community|managerial|other)$/i

/**
 * The people of a series as a plural noun for a sentence: `midwives`, `central functions staff`,
 * `health and care staff` for everybody.
 */
export function seriesNoun(series: SeriesKey & { readonly name: string }): string {
  if (series.level === 'all') return 'health and care staff'
  const name = midSentence(series.name)
  if (/staff$/i.test(name)) return name
  const needsNoun = series.level === 'sector' || NOT_PEOPLE.test(name) || /^support to/i.test(name)
  return needsNoun ? `${name} staff` : name
}
