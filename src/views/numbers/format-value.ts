import { format } from 'd3-format'
import { roundTo } from './round-to-range.ts'

const whole = format(',d')

/** What stands where a value does not apply. */
export const NO_VALUE = '–'

/**
 * A number in a table, in the way of its unit: people and posts whole with commas, shares in per cent.
 * @param unit `heads`, `fte` or `share`, as in the dictionary of measures
 * @param step rounding, of shares in points of a hundred; where not given, people and posts are whole
 *   and shares have one decimal
 */
export function formatValue(value: number, unit: string, step?: number): string {
  if (unit !== 'share') return whole(roundTo(value, step ?? 1))
  const [decimals, scale] = (step ?? 0) >= 1 ? [0, 1] : [1, 10]
  return `${format(`.${decimals}f`)(roundTo(value * 100 * scale, 1) / scale)}%`
}

/**
 * A positive number in a sentence: `1.25 million`, `120,000`, `7`.
 * @param step what it is rounded to
 */
export function sayNumber(value: number, step: number): string {
  const rounded = roundTo(value, step)
  if (rounded < 1_000_000) return whole(rounded)
  const decimals = step >= 1_000_000 ? 0 : step >= 100_000 ? 1 : step >= 10_000 ? 2 : 3
  return `${format(`.${decimals}~f`)(rounded / 1_000_000)} million`
}

/** `between 1.2 and 1.4 million`, the unit of size said once where both ends share it. */
export function sayBetween(low: number, high: number, step: number): string {
  const [from, to] = [sayNumber(low, step), sayNumber(high, step)]
  if (from === to) return `about ${from}`
  const shared = from.endsWith(' million') && to.endsWith(' million')
  return `between ${shared ? from.slice(0, -' million'.length) : from} and ${to}`
}

/** A share in whole per cent, for sentences and maps. */
export const sayPercent = (share: number): string => `${Math.round(share * 100)}%`

/** Name of a unit in words, for axes and captions. */
export function unitName(unit: string): string {
  if (unit === 'share') return 'per cent'
  return unit === 'heads' ? 'people' : 'full-time equivalents'
}
