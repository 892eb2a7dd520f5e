import { ENGLAND } from '../domain/geography.ts'
import { MEASURES, type Measure, measureOf } from '../domain/measure.ts'
import type { Level, ResultArea, SeriesCode } from '../domain/projection.ts'
import type { PublishedPast } from '../domain/published-past.ts'
import type { Reference } from '../domain/reference.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { BALANCE, type ChartSubject, chartMeasures } from '../views/fan/fan-chart.ts'
import { type ProjectionReader, seriesName } from '../views/projection-reader.ts'
import { AREA_ORDERS, type AreaOrder } from '../views/tables/area-table.ts'
import type { ServerContext } from './server-context.ts'

/** What a page or a download is asked about, checked. */
export interface PageQuery {
  readonly area: ResultArea
  readonly series: SeriesCode
  /** Code of a measure, or `balance` for staff, need and funded posts together. */
  readonly measure: string
  readonly year: number
  readonly order: AreaOrder
  /** Whether a fan chart shows the published past before it, where there is one. */
  readonly past: boolean
}

type Raw = Readonly<Record<string, unknown>>

/** One parameter as text; absent or empty counts as not given, given twice is refused. */
function parameter(raw: Raw, name: string): string | null {
  const value = raw[name]
  if (value === undefined || value === '') return null
  if (typeof value !== 'string')
    throw new HeadroomError('option-invalid', { option: name, value: String(value), expected: 'given once' })
  return value
}

/**
 * Reads the query of an address. Nothing given means all staff of the whole run, its last year.
 * @throws HeadroomError `area-unknown`, `area-not-in-run`, `occupation-unknown`, `measure-unknown`, `year-out-of-range` or
 *   `option-invalid`
 */
export function parsePageQuery(
  raw: Raw,
  { reader, background }: Pick<ServerContext, 'reader' | 'background'>,
): PageQuery {
  return {
    area: parseArea(raw, reader, background.reference),
    series: parseSeries(raw, reader),
    measure: parseMeasure(raw, reader),
    year: parseYear(raw, reader),
    order: parseOrder(raw),
    past: parsePast(raw),
  }
}

function parseArea(raw: Raw, reader: ProjectionReader, { areas, regions }: Reference): ResultArea {
  const code = parameter(raw, 'area')
  if (code === null) return reader.home
  const found = reader.findArea(code)
  if (found) return found
  const exists = code === ENGLAND || [...areas, ...regions].some((area) => area.code === code)
  if (exists) throw new HeadroomError('area-not-in-run', { scope: reader.home.code, code })
  throw new HeadroomError('area-unknown', { code })
}

function parseSeries(raw: Raw, reader: ProjectionReader): SeriesCode {
  const name = parameter(raw, 'series')
  const dot = name?.indexOf('.') ?? -1
  const level = name === null ? (parameter(raw, 'level') ?? 'all') : dot < 0 ? name : name.slice(0, dot)
  const code = name === null ? (parameter(raw, 'code') ?? 'all') : name.slice(dot + 1)
  const found = reader.findSeries(level, code)
  if (!found) throw new HeadroomError('occupation-unknown', { code: name ?? `${level}.${code}` })
  return found
}

function parseMeasure(raw: Raw, reader: ProjectionReader): string {
  const code = parameter(raw, 'measure') ?? BALANCE
  const known = [BALANCE, ...MEASURES.map((measure) => measure.code)].filter(
    (each) => each === BALANCE || reader.projection.measures.includes(each),
  )
  if (!known.includes(code)) throw new HeadroomError('measure-unknown', { code, known: known.join(', ') })
  return code
}

function parseYear(raw: Raw, { firstYear, lastYear }: ProjectionReader): number {
  const text = parameter(raw, 'year')
  if (text === null) return lastYear
  const year = /^\d{4}$/.test(text) ? Number(text) : Number.NaN
  if (!(year >= firstYear && year <= lastYear))
    throw new HeadroomError('year-out-of-range', { year: text, first: firstYear, last: lastYear })
  return year
}

function parseOrder(raw: Raw): AreaOrder {
  const text = parameter(raw, 'order') ?? AREA_ORDERS[0]
  const found = AREA_ORDERS.find((order) => order === text)
  if (!found)
    throw new HeadroomError('option-invalid', {
      option: 'order',
      value: text,
      expected: `one of ${AREA_ORDERS.join(', ')}`,
    })
  return found
}

const CHOICES = ['yes', 'no']

function parsePast(raw: Raw): boolean {
  const text = parameter(raw, 'past') ?? CHOICES[0]!
  if (!CHOICES.includes(text))
    throw new HeadroomError('option-invalid', { option: 'past', value: text, expected: 'yes or no' })
  return text === CHOICES[0]
}

/** What the figure of a query shows: measures of unpaid care are of its own series, whatever staff were chosen. */
export function figureSubject({ area, series, measure }: PageQuery, reader: ProjectionReader): ChartSubject {
  const care = measure !== BALANCE && measureOf(measure).ofCare
  const own = care ? reader.projection.series.find(({ level }) => level === UNPAID_CARE) : undefined
  return { area, series: own ?? series, measure }
}

/**
 * What the figure of a query draws: its subject with its past, and beside it England (or the widest area of the run)
 * for a measure that can be compared between areas of any size.
 */
export function drawnSubject(
  query: PageQuery,
  context: Pick<ServerContext, 'reader' | 'findPast'>,
): ChartSubject {
  const { reader } = context
  const isComparable = query.measure !== BALANCE && !measureOf(query.measure).additive
  return {
    ...subjectWithPast(query, context),
    ...(isComparable && query.area.code !== reader.home.code && { against: reader.home }),
  }
}

/** What the figure of a query shows, and before it the published past where there is one and the query asks for it. */
export function subjectWithPast(
  query: PageQuery,
  context: Pick<ServerContext, 'reader' | 'findPast'>,
): ChartSubject {
  const past = query.past ? findPast(query, context) : null
  return { ...figureSubject(query, context.reader), ...(past && { past }) }
}

/** The published past of what a query draws first, whether it asks for it or not. */
export function findPast(
  query: PageQuery,
  { reader, findPast: find }: Pick<ServerContext, 'reader' | 'findPast'>,
): PublishedPast | null {
  const { area, series, measure } = figureSubject(query, reader)
  const [first] = chartMeasures(measure)
  return first === undefined ? null : find({ area: area.code, series, measure: first })
}

const UNPAID_CARE: Level = 'unpaid_care'

/** The one measure of a query, for figures that show no more than one: coverage stands for all three curves. */
export const singleMeasure = ({ measure }: Pick<PageQuery, 'measure'>): Measure =>
  measureOf(measure === BALANCE ? 'coverage' : measure)

/** The address of a path at a query, leaving out what is as if not given, so that each figure has one address. */
export function addressOf(path: string, query: Partial<PageQuery>, reader: ProjectionReader): string {
  const parts = new URLSearchParams()
  const { area, series, measure, year, order, past } = query
  if (area && area.code !== reader.home.code) parts.set('area', area.code)
  if (series && series.level !== 'all') parts.set('series', seriesName(series))
  if (measure && measure !== BALANCE) parts.set('measure', measure)
  if (year !== undefined && year !== reader.lastYear) parts.set('year', String(year))
  if (order && order !== AREA_ORDERS[0]) parts.set('order', order)
  if (past === false) parts.set('past', CHOICES[1]!)
  const text = parts.toString()
  return text ? `${path}?${text}` : path
}
