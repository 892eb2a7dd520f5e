import type { SeriesKey } from './projection-reader.ts'

/** A name in the middle of a sentence: its first letter small, unless it starts with an abbreviation. */
export function midSentence(name: string): string {
  const [first = '', second = ''] = name
  const abbreviation = second !== '' && second === second.toUpperCase() && second !== second.toLowerCase()
  return abbreviation ? name : first.toLowerCase() + name.slice(1)
}

const NOT_PEOPLE =
  /(functions|services|estates|professions|administration|\bcare|classification|community|managerial|other)$/i

/**
 * The people of a series as a plural noun for a sentence: `midwives`, `central functions staff`,
 * `health and care staff` for everybody.
 */
export function seriesNoun(series: SeriesKey & { readonly name: string }): string {
  if (series.level === 'all') return 'health and care staff'
  const name = midSentence(series.name)
  const support = /^support to (.+?)(?: staff)?$/i.exec(name)
  if (support?.[1]) return `staff who support ${support[1]}${/staff$/i.test(name) ? ' staff' : ''}`
  if (/\bstaff\b/i.test(name)) return name
  const people = !NOT_PEOPLE.test(name) || / in social care$/i.test(name)
  return people && series.level !== 'sector' ? name : `${name} staff`
}
