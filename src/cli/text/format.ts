export {
  formatCount,
  formatExactShare,
  formatRounded,
  formatWhole,
} from '../../views/numbers/whole-numbers.ts'

/** A share as a percentage: `91%`. */
export const formatShare = (value: number): string => `${Math.round(value * 100)}%`

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
