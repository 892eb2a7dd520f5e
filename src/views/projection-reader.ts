import {
  type Level,
  type Projection,
  projectionIndex,
  type ResultArea,
  type SeriesCode,
  STATISTICS,
  type Statistic,
} from '../domain/projection.ts'

/** Every statistic of one value. */
export type Spread = Readonly<Record<Statistic, number>>

/** Looks values up by their codes. */
export interface ProjectionReader {
  readonly projection: Projection
  /** The widest area of the run: England, or the one area it was limited to. */
  readonly home: ResultArea
  readonly firstYear: number
  readonly lastYear: number
  /** Areas of the lowest tier, in order. */
  readonly localAreas: readonly ResultArea[]
  findArea(code: string): ResultArea | undefined
  findSeries(level: string, code: string): SeriesCode | undefined
  /** The statistics of a value, or null where it does not apply or was not projected. */
  spread(area: string, series: SeriesKey, measure: string, year: number): Spread | null
}

/** What names a series. */
export type SeriesKey = Pick<SeriesCode, 'level' | 'code'>

/** The series of everybody. */
export const EVERYONE: SeriesKey = { level: 'all' satisfies Level, code: 'all' }

/** One word for a series, as addresses and forms carry it: `occupation.midwives`, `all`. */
export const seriesName = ({ level, code }: SeriesKey): string =>
  level === 'all' ? 'all' : `${level}.${code}`

/**
 * Wraps a projection for looking up by code.
 * Throws an Error on a projection with no areas or no years, which no run makes.
 */
export function createReader(projection: Projection): ProjectionReader {
  const { areas, series, years, measures, values } = projection
  const areaPlace = new Map(areas.map((area, index) => [area.code, index]))
  const seriesPlace = new Map(series.map((each, index) => [seriesName(each), index]))
  const yearPlace = new Map(years.map((year, index) => [year, index]))
  const measurePlace = new Map(measures.map((measure, index) => [measure, index]))
  const [home, firstYear, lastYear] = [areas[0], years[0], years.at(-1)]
  if (!home || firstYear === undefined || lastYear === undefined)
    throw new Error('a projection needs an area and a year')

  return {
    projection,
    home,
    firstYear,
    lastYear,
    localAreas: areas.filter((area) => area.kind === 'area'),
    findArea(code) {
      return areas[areaPlace.get(code) ?? -1]
    },
    findSeries(level, code) {
      return series[seriesPlace.get(level === 'all' ? 'all' : `${level}.${code}`) ?? -1]
    },
    spread(area, key, measure, year) {
      const places = [
        areaPlace.get(area),
        seriesPlace.get(seriesName(key)),
        yearPlace.get(year),
        measurePlace.get(measure),
      ]
      const [a, s, y, m] = places
      if (a === undefined || s === undefined || y === undefined || m === undefined) return null
      const start = projectionIndex(projection, a, s, y, m, 0)
      const entries = STATISTICS.map((statistic, index) => [statistic, values[start + index] ?? Number.NaN])
      const spread = Object.fromEntries(entries) as Record<Statistic, number>
      return Number.isFinite(spread.p50) ? spread : null
    },
  }
}
