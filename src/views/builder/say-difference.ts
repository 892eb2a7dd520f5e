import { type Comparison, type ComparisonStatistic, comparisonValue } from '../../domain/comparison.ts'
import { formatValue, sayBetween, sayNumber } from '../numbers/format-value.ts'
import { roundTo, sentenceStep } from '../numbers/round-to-range.ts'
import type { Spread } from '../projection-reader.ts'

/** A value of a comparison as other figures have theirs: outer percentiles, which it doesn’t hold, as those of 8 in 10. */
export function comparedSpread(
  comparison: Comparison,
  part: number,
  measure: string,
  year: number,
): Spread | null {
  const at = (statistic: ComparisonStatistic): number =>
    comparisonValue(
      comparison,
      part,
      0,
      comparison.years.indexOf(year),
      comparison.measures.indexOf(measure),
      statistic,
    )
  const [p10, p50, p90] = [at('p10'), at('p50'), at('p90')]
  if (!Number.isFinite(p50)) return null
  return { central: at('central'), mean: at('mean'), p5: p10, p10, p25: p10, p50, p75: p90, p90, p95: p90 }
}

/** Which part of a comparison is the difference. */
export const DIFFERENCE = 2

/**
 * What the difference does to the gap, in a sentence with its range, rounded to what that supports.
 * @param than what it is compared with, as a title
 */
export function sayGapDifference(comparison: Comparison, year: number, than: string): string {
  const gap = comparedSpread(comparison, DIFFERENCE, 'gap_fte', year)
  if (!gap) return `There is nothing to compare in ${year}.`
  const { p10, p90 } = gap
  if (p10 === 0 && p90 === 0) return `That is the same as “${than}”.`
  const step = sentenceStep(p10, p90)
  const [low, high] = [roundTo(p10, step), roundTo(p90, step)]
  if (low === 0 && high === 0) return `That is about the same as “${than}”.`
  const start = `Compared with “${than}”, the gap is likely to be`
  if (low >= 0) return `${start} smaller by ${between(low, high, step)} full-time staff.`
  if (high <= 0) return `${start} larger by ${between(-high, -low, step)} full-time staff.`
  return `Compared with “${than}”, the gap could be anything from ${sayNumber(-low, step)} larger to ${sayNumber(high, step)} smaller.`
}

const between = (low: number, high: number, step: number): string =>
  low === 0 ? `up to ${sayNumber(high, step)}` : sayBetween(low, high, step)

/** What the difference costs a year, in a sentence with its range. */
export function sayCostDifference(comparison: Comparison, year: number): string | null {
  const cost = comparedSpread(comparison, DIFFERENCE, 'net_cost', year)
  if (!cost) return null
  const { p10, p90 } = cost
  if (p10 === 0 && p90 === 0) return null
  const step = sentenceStep(p10, p90)
  const say = (value: number): string => formatValue(Math.abs(value), 'gbp', step)
  const range = (a: string, b: string): string => (a === b ? `about ${a}` : `between ${a} and ${b}`)
  const end = `a year by ${year}, in prices of the base.`
  if (p10 >= 0) return `It costs ${range(say(p10), say(p90))} more ${end}`
  if (p90 <= 0) return `It costs ${range(say(p90), say(p10))} less ${end}`
  return `What it costs could be anything from ${say(p10)} less to ${say(p90)} more ${end}`
}

/** A difference with its sign: `+1,200`, `−0.4 points`. @param step what it is rounded to */
export function signed(value: number, unit: string, step: number): string {
  const size = Math.abs(value)
  const text =
    unit === 'share'
      ? `${formatValue(size, unit, step).replace('%', '')} points`
      : formatValue(size, unit, step)
  const isNothing = !/[1-9]/.test(text)
  return isNothing ? text : `${value < 0 ? '−' : '+'}${text}`
}
