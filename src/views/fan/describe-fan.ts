import { formatValue } from '../numbers/format-value.ts'
import { unitStep } from '../numbers/round-to-range.ts'
import type { Spread } from '../projection-reader.ts'
import type { FanChart } from './fan-chart.ts'
import { describePast } from './say-past.ts'

/** A value with its range in words: `2,010,000 (1,900,000 to 2,130,000 in 8 of 10 runs)`. */
export function saySpread(spread: Spread, unit: string): string {
  const say = (value: number) => formatValue(value, unit, unitStep(spread.p10, spread.p90, unit))
  const [middle, low, high] = [say(spread.p50), say(spread.p10), say(spread.p90)]
  return low === high ? middle : `${middle} (${low} to ${high} in 8 of 10 runs)`
}

/** One year of a chart in words, a line for each curve, for reading it point by point. */
export function sayYear(chart: FanChart, year: number): string {
  const parts = chart.curves.map((curve) => {
    const spread = curve.points.find((point) => point.year === year)?.spread
    return `${curve.label}: ${spread ? saySpread(spread, chart.unit) : 'no value in this year'}`
  })
  return [`March ${year}`, ...parts].join('\n')
}

/** The chart in a few sentences: where each curve starts, where it ends, how wide the range is there, and its past. */
export function describeFan(chart: FanChart): string {
  const sentences = chart.curves.flatMap((curve) => {
    const known = curve.points.filter((point) => point.spread)
    const [first, last] = [known[0], known.at(-1)]
    if (!first?.spread || !last?.spread) return [`${curve.label}: no values.`]
    const start = saySpread(first.spread, chart.unit)
    const end = saySpread(last.spread, chart.unit)
    return [`${curve.label}: ${start} in ${first.year}, ${end} in ${last.year}.`]
  })
  if (chart.past) sentences.push(describePast(chart.past, chart.unit))
  return sentences.join(' ')
}
