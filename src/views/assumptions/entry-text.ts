import type { AssumptionEntry, EntryValue } from '../../domain/assumption-entry.ts'

/** A column in words: `age_16_24` is `age 16 to 24`. */
export function columnTitle(column: string): string {
  const band = /^age_(\d+)_(\d+|plus)$/.exec(column)
  if (band) return band[2] === 'plus' ? `age ${band[1]} and over` : `age ${band[1]} to ${band[2]}`
  return column.replaceAll('_', ' ')
}

/** A run of bands is written as one value. */
const isBand = ({ column }: EntryValue): boolean => column.startsWith('age_')

/** An entry’s values on one line: `pay 150000; on costs 0.15`, bands together. */
export function sayValues({ values }: Pick<AssumptionEntry, 'values'>): string {
  const bands = values.filter(isBand)
  const others = values.filter((value) => !isBand(value))
  const single = others.length === 1 && bands.length === 0
  return [
    ...others.map(({ column, text }) => (single ? text : `${columnTitle(column)} ${text}`)),
    ...(bands.length > 0 ? [`by age ${bands.map(({ text }) => text).join(', ')}`] : []),
  ].join('; ')
}

/** Different texts of a field of an entry’s values, each once. */
export const distinct = (
  { values }: Pick<AssumptionEntry, 'values'>,
  pick: (value: EntryValue) => string | null,
): readonly string[] => [...new Set(values.flatMap((value) => pick(value) ?? []))]
