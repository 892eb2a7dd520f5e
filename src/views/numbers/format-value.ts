import { format } from 'd3-format'
import { roundTo } from './round-to-range.ts'
import { isDecimal } from './units.ts'

const whole = format(',d')

/** What stands where a value does not apply. */
export const NO_VALUE = '–'

/**
 * A number in a table, in the way of its unit: people and posts whole with commas, shares in per cent,
 * pounds in millions or billions.
 * @param unit as in the dictionary of measures
 * @param step rounding, of shares in points of a hundred; where not given, people and posts are whole,
 *   shares have one decimal and other small numbers two
 */
export function formatValue(value: number, unit: string, step?: number): string {
  if (unit === 'share') {
    const [decimals, scale] = (step ?? 0) >= 1 ? [0, 1] : [1, 10]
    return `${format(`.${decimals}f`)(roundTo(value * 100 * scale, 1) / scale)}%`
  }
  if (unit === 'gbp') return formatPounds(value, step ?? 1)
  if (!isDecimal(unit)) return whole(roundTo(value, step ?? 1))
  const decimals = (step ?? 0) >= 1 ? 0 : (step ?? 0) >= 0.1 ? 1 : 2
  return format(`,.${decimals}f`)(value)
}

/** Pounds: `£12.5bn`, `£340m`, `£7,000`. */
function formatPounds(value: number, step: number): string {
  const size = Math.abs(value)
  const [unit, name] = size >= 1e9 ? [1e9, 'bn'] : size >= 1e6 ? [1e6, 'm'] : [1, '']
  const decimals = unit === 1 || step >= unit ? 0 : step >= unit / 10 ? 1 : 2
  const text = format(`,.${decimals}~f`)(roundTo(size, step) / unit)
  return `${value < 0 && /[1-9]/.test(text) ? '−' : ''}£${text}${name}`
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
