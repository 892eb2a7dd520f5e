/** A whole number with its thousands marked: `1,330,539`. */
export const formatWhole = (value: number): string =>
  Math.round(value)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',')

/**
 * A number of people or full-time equivalents in words that its range supports: to the nearest thousand
 * from 100,000 on, hundred from 10,000, ten from 1,000, one below.
 */
export function formatRounded(value: number): string {
  const size = Math.abs(value)
  const step = size >= 100_000 ? 1000 : size >= 10_000 ? 100 : size >= 1000 ? 10 : 1
  return formatWhole(Math.round(value / step) * step)
}

/** A share as a percentage with one decimal: `91.4%`. */
export const formatExactShare = (value: number): string => `${(value * 100).toFixed(1)}%`

/** A count with its noun: `1 draw`, `1,000 draws`. */
export const formatCount = (count: number, one: string, many = `${one}s`): string =>
  `${formatWhole(count)} ${count === 1 ? one : many}`
