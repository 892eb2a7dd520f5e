import { measureOf } from '../../domain/measure.ts'
import type { ResultArea } from '../../domain/projection.ts'
import type { PublishedPast } from '../../domain/published-past.ts'
import { placeName } from '../headline/place-name.ts'
import type { ProjectionReader, SeriesKey, Spread } from '../projection-reader.ts'
import { midSentence, seriesNoun } from '../series-noun.ts'

/** The chart of staff, need and funded posts together; every other chart is of one measure. */
export const BALANCE = 'balance'

/** How a curve is drawn; never by colour alone. */
export type CurveStyle = 'fan' | 'hatched' | 'dotted'

/** One year of a curve; `spread` is null where the measure has no value, as flows in the base year. */
export interface CurvePoint {
  readonly year: number
  readonly spread: Spread | null
}

/** One measure over the years, with its ranges. */
export interface Curve {
  readonly measure: string
  /** Code of the area whose values these are. */
  readonly area: string
  /** Short label at the end of the curve. */
  readonly label: string
  readonly style: CurveStyle
  readonly points: readonly CurvePoint[]
}

/** A chart of one or more curves of one unit, before it is drawn. */
export interface FanChart {
  readonly title: string
  readonly unit: string
  readonly firstYear: number
  readonly lastYear: number
  readonly curves: readonly Curve[]
  /** What was counted before, and what would have been projected of it, where the chart shows it. */
  readonly past?: PublishedPast
}

/** What a chart is about; `measure` is the code of a measure or `balance`. */
export interface ChartSubject {
  readonly area: ResultArea
  readonly series: SeriesKey & { readonly name: string }
  readonly measure: string
  /** Another area to draw beside the first; only where the chart has one measure. */
  readonly against?: ResultArea
  /** The published past of its first measure, to draw before it. */
  readonly past?: PublishedPast
}

/** The measures that a chart draws, first the one that matters most. */
export const chartMeasures = (measure: string): readonly string[] =>
  measure === BALANCE ? ['fte_at_work', 'need_fte', 'funded_fte'] : [measure]

const BALANCE_LABELS: Readonly<Record<string, readonly [string, CurveStyle]>> = {
  fte_at_work: ['Staff', 'fan'],
  need_fte: ['Need', 'hatched'],
  funded_fte: ['Funded posts', 'dotted'],
}

/** The curves of a chart in words, for headings and controls. */
export const chartName = (measure: string): string =>
  measure === BALANCE ? 'Staff, need and funded posts' : measureOf(measure).name

/** An area's name where there is little room. */
const shortPlace = ({ name }: ResultArea): string => (name.length <= 22 ? name : 'This area')

/** Gathers the values of a chart. Measures the run doesn't hold give curves with no values. */
export function createFanChart(reader: ProjectionReader, subject: ChartSubject): FanChart {
  const { area, series, measure, against, past } = subject
  const codes = chartMeasures(measure)
  const pointsOf = (place: ResultArea, code: string): CurvePoint[] =>
    reader.projection.years.map((year) => ({ year, spread: reader.spread(place.code, series, code, year) }))
  const curves = codes.map((code): Curve => {
    const [label, style] = (measure === BALANCE && BALANCE_LABELS[code]) || [
      against ? shortPlace(area) : measureOf(code).name,
      'fan' as const,
    ]
    return { measure: code, area: area.code, label, style, points: pointsOf(area, code) }
  })
  const [only] = codes
  if (against && only !== undefined && codes.length === 1)
    curves.push({
      measure: only,
      area: against.code,
      label: shortPlace(against),
      style: 'dotted',
      points: pointsOf(against, only),
    })
  const who = series.level === 'all' ? 'health and care staff' : seriesNoun(series)
  const what = measure === BALANCE ? 'Staff, need and funded posts' : chartName(measure)
  const about = series.level === 'unpaid_care' ? what : `${what}: ${midSentence(who)}`
  return {
    title: `${about}, ${placeName(area)}, ${reader.firstYear} to ${reader.lastYear}${past ? `, and counts from ${past.counts[0]?.code.slice(0, 4)}` : ''}`,
    unit: measureOf(codes[0] ?? measure).unit,
    firstYear: reader.firstYear,
    lastYear: reader.lastYear,
    curves,
    ...(past && { past }),
  }
}
