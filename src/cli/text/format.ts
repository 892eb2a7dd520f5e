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

/** A share as a percentage: `91%`. */
export const formatShare = (value: number): string => `${Math.round(value * 100)}%`

/** A share as a percentage with one decimal: `91.4%`. */
export const formatExactShare = (value: number): string => `${(value * 100).toFixed(1)}%`

/** The middle of the draws and, in brackets, the range that 8 in 10 fall in; empty where there is none. */
export const formatRange = (
  { p10, p50, p90 }: { readonly p10: number; readonly p50: number; readonly p90: number },
  format: (value: number) => string,
): readonly [string, string] => [format(p50), p10 === p90 ? '' : `(${format(p10)}–${format(p90)})`]

/** A size of a file: `166 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`
  return `${Math.round(bytes / 1_000_000)} MB`
}

/** A count with its noun: `1 draw`, `1,000 draws`. */
export const formatCount = (count: number, one: string, many = `${one}s`): string =>
  `${formatWhole(count)} ${count === 1 ? one : many}`
