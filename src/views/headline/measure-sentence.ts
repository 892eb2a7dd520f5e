import type { Measure } from '../../domain/measure.ts'
import type { ResultArea } from '../../domain/projection.ts'
import { formatValue, sayNumber } from '../numbers/format-value.ts'
import { sentenceStep, unitStep } from '../numbers/round-to-range.ts'
import { isDecimal } from '../numbers/units.ts'
import type { ProjectionReader, SeriesKey, Spread } from '../projection-reader.ts'
import { midSentence, seriesNoun } from '../series-noun.ts'
import { placeName } from './place-name.ts'

/** One measure of one series in one area and year. */
export interface MeasureSubject {
  readonly area: ResultArea
  readonly series: SeriesKey & { readonly name: string }
  readonly measure: Measure
  readonly year: number
}

/** What a number counts, after it in a sentence. */
const COUNTED: Readonly<Record<string, string>> = {
  heads: ' people',
  fte: ' full-time equivalents',
  per_1000: ' per 1,000 people',
  hours: ' hours a year',
  hours_per_week: ' hours a week',
}

/** A value in a sentence, rounded to what its range supports: `between 77% and 92%`, `about £1.2bn`. */
export function sayRange({ p10, p50, p90 }: Spread, unit: string): string {
  const isCount = unit !== 'share' && unit !== 'gbp' && !isDecimal(unit)
  const step = unit === 'gbp' || isCount ? sentenceStep(p10, p90) : unitStep(p10, p90, unit)
  const say = (value: number): string => {
    if (!isCount) return formatValue(value, unit, step)
    const text = sayNumber(Math.abs(value), step)
    return value < 0 && /[1-9]/.test(text) ? `−${text}` : text
  }
  const [low, high] = [say(p10), say(p90)]
  const counted = COUNTED[unit] ?? ''
  return `${low === high ? say(p50) : `between ${low} and ${high}`}${counted}`
}

/** What a measure comes to in a year with its range, and what it is at the start. */
export function sayMeasure(
  reader: ProjectionReader,
  { area, series, measure, year }: MeasureSubject,
): string {
  const value = reader.spread(area.code, series, measure.code, year)
  const who = measure.ofCare ? '' : `, ${midSentence(seriesNoun(series))}`
  const what = `${measure.name}${who} in ${placeName(area)}`
  if (!value) {
    const early = !measure.atBase && year === reader.firstYear
    return `${what}: no value in March ${year}${early ? ', because it is counted over the year before. Choose a later year.' : '.'}`
  }
  const start =
    year === reader.firstYear ? null : reader.spread(area.code, series, measure.code, reader.firstYear)
  const from = start ? `, against ${sayRange(start, measure.unit)} in March ${reader.firstYear}` : ''
  return `${what}: ${sayRange(value, measure.unit)} in March ${year}${from}.`
}

/** How an area's measure differs from the whole run's, in words; null where the two can't be compared. */
export function sayAgainst(
  reader: ProjectionReader,
  { area, series, measure, year }: MeasureSubject,
): string | null {
  if (measure.additive || area.code === reader.home.code) return null
  const [own, whole] = [area, reader.home].map((place) =>
    reader.spread(place.code, series, measure.code, year),
  )
  if (!own || !whole) return null
  const difference = own.p50 - whole.p50
  const step = unitStep(whole.p10, whole.p90, measure.unit)
  const size = formatValue(Math.abs(difference), measure.unit, step)
  const name = placeName(reader.home)
  const rest = `${name} as a whole: ${sayRange(whole, measure.unit)}.`
  if (!/[1-9]/.test(size)) return `The middle of the range is the same as for ${name}. ${rest}`
  const points = measure.unit === 'share' ? `${size.replace('%', '')} points` : size
  return `The middle of the range is ${points} ${difference > 0 ? 'above' : 'below'} that of ${name}. ${rest}`
}
