import type { PastPoint, PublishedPast } from '../../domain/published-past.ts'
import { formatValue } from '../numbers/format-value.ts'
import { unitStep } from '../numbers/round-to-range.ts'

/** A published count in words, to the digits of a table. */
export const sayCount = (value: number, unit: string): string =>
  formatValue(value, unit, unitStep(value, value, unit))

/** Whether what was counted lay inside the range of 8 in 10. */
export const cameTrue = ({ p10, p90, actual }: PastPoint): boolean => actual >= p10 && actual <= p90

/** The range of a past projection as a table and a sentence give it, middle first. */
export function sayPastRange(
  { p10, p50, p90 }: PastPoint,
  unit: string,
): { readonly middle: string; readonly range: string } {
  const step = unitStep(p10, p90, unit)
  const [low, middle, high] = [p10, p50, p90].map((value) => formatValue(value, unit, step))
  return { middle: middle!, range: `${low} to ${high}` }
}

/** A day of the past in words, a line for the count and for each projection, for reading it point by point. */
export function sayPastDay({ counts, projections }: PublishedPast, at: number, unit: string): string {
  const count = counts.find((one) => one.at === at)
  const lines = projections.flatMap(({ origin, points }) => {
    const point = points.find((one) => one.at === at)
    if (!point) return []
    const { middle, range } = sayPastRange(point, unit)
    const verdict = cameTrue(point) ? 'came true inside the range' : 'what happened lay outside the range'
    return [`Projected from ${origin.when}: ${middle} (${range} in 8 of 10 draws): ${verdict}`]
  })
  if (!count) throw new Error(`nothing was counted at ${at}`)
  return [count.when, `Published count: ${sayCount(count.value, unit)}`, ...lines].join('\n')
}

/** How the past projections did, in a sentence; null where none is known. */
export function sayRecord({ projections, setWidths }: PublishedPast): string | null {
  const points = projections.flatMap((one) => one.points)
  if (points.length === 0) return null
  const inside = points.filter(cameTrue).length
  const from = projections.map(({ origin }) => origin.when).join(' and ')
  const own = setWidths ? ' This series was among those that set how wide such ranges are.' : ''
  return `Projected anew from ${from}, with all that came later hidden, ${inside} of the ${points.length} counts that followed came true inside the range of 8 in 10.${own}`
}

/** The past in a sentence or two, for those who don’t see it. */
export function describePast(past: PublishedPast, unit: string): string {
  const [first, last] = [past.counts[0], past.counts.at(-1)]
  if (!first || !last) throw new Error('a past has no counts')
  const counted = `Published before: ${sayCount(first.value, unit)} in ${first.when}, ${sayCount(last.value, unit)} in ${last.when}.`
  const record = sayRecord(past)
  return record ? `${counted} ${record}` : counted
}
