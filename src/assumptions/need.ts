import { type AssumptionBook, bookKey, USE_BANDS } from '../domain/assumption-book.ts'
import { SEXES } from '../domain/cohort.ts'
import type { Reference } from '../domain/reference.ts'
import { POPULATION_BANDS, type PopulationSeries, type Statistics } from '../domain/statistics.ts'
import { HeadroomError } from '../errors/headroom-error.ts'

/** Activity and labour pool by population, relative to the base year. */
export interface PopulationIndices {
  /** [v][r][t] */
  readonly activity: Float64Array
  /** [v][t] England under the high and low variants over the principal projection. */
  readonly activityHigh: Float64Array
  readonly activityLow: Float64Array
  /** Residents aged 15 to 64 [r][t]. */
  readonly pool: Float64Array
}

/** Mid-year of the last estimate that projections are re-based on. */
const ESTIMATE_YEAR = 2022
const OLDEST_SINGLE_YEAR = 90
/** Years whose mean growth carries a series past its last projected year. */
const TREND_YEARS = 5
/** 31 March lies nine months after one mid-year and three before the next. */
const SINCE_LAST_MID_YEAR = 0.75
const WORKING = { from: POPULATION_BANDS.indexOf('15-19'), to: POPULATION_BANDS.indexOf('60-64') }

/**
 * How need for each service and the local labour pool move with the population.
 * Areas: the mid-2022 estimate of each five-year band times the 2018-based projection's growth from 2022;
 * past its last year a band continues at its mean growth of the last five years. Values at 31 March are
 * interpolated between mid-years.
 */
export function populationIndices(
  reference: Reference,
  statistics: Statistics,
  book: AssumptionBook,
  baseYear: number,
  years: number,
): PopulationIndices {
  const { areas } = reference
  const points = years + 1
  const use = book.services.map(({ code }) => SEXES.map((sex) => useByBand(book, code, sex)))
  const activity = new Float64Array(book.services.length * areas.length * points)
  const pool = new Float64Array(areas.length * points)
  for (const [r, { code }] of areas.entries()) {
    const series = statistics.projection.filter(({ place }) => place === code)
    const people = series.map((entry) => {
      const estimate = estimated(statistics, entry)
      const projected = at(entry, ESTIMATE_YEAR)
      const scale = projected > 0 ? estimate / projected : 1
      return atMarches(entry, baseYear, points).map((value) => value * scale)
    })
    for (let t = 0; t < points; t++) {
      for (const [v, bySex] of use.entries())
        activity[(v * areas.length + r) * points + t] = weighted(series, people, bySex, t)
      pool[r * points + t] = series.reduce(
        (sum, { band }, i) => (band >= WORKING.from && band <= WORKING.to ? sum + people[i]![t]! : sum),
        0,
      )
    }
  }
  const variant = (name: string): Float64Array => {
    const series = statistics.variants.filter(({ place }) => place === name)
    const people = series.map((entry) => atMarches(entry, baseYear, points))
    const index = new Float64Array(book.services.length * points)
    for (const [v, bySex] of use.entries())
      for (let t = 0; t < points; t++) index[v * points + t] = weighted(series, people, bySex, t)
    return relativeToFirst(index, points)
  }
  const principal = variant('principal')
  const over = (name: string): Float64Array => variant(name).map((value, i) => value / principal[i]!)
  return {
    activity: relativeToFirst(activity, points),
    activityHigh: over('high'),
    activityLow: over('low'),
    pool: relativeToFirst(pool, points),
  }
}

/** Use per head of each five-year population band. */
function useByBand(book: AssumptionBook, service: string, sex: string): number[] {
  const row = book.use.get(bookKey(service, sex))
  if (!row)
    throw new HeadroomError('table-incomplete', {
      file: 'data/assumptions/service-use.csv',
      missing: `${service}, ${sex}`,
    })
  return POPULATION_BANDS.map((label) => {
    const lowest = Number(label.split(/[-+]/)[0])
    return row.bands[USE_BANDS.findLastIndex((edge) => lowest >= edge)]!
  })
}

function weighted(
  series: readonly PopulationSeries[],
  people: readonly (readonly number[])[],
  bySex: readonly (readonly number[])[],
  t: number,
): number {
  return series.reduce((sum, { sex, band }, i) => sum + bySex[SEXES.indexOf(sex)]![band]! * people[i]![t]!, 0)
}

/** Divides each run of `points` values by its first. */
function relativeToFirst(values: Float64Array, points: number): Float64Array {
  return values.map((value, i) => {
    const first = values[i - (i % points)]!
    return first > 0 ? value / first : 1
  })
}

function estimated(statistics: Statistics, { place, sex, band }: PopulationSeries): number {
  const ages = statistics.population.get(`${place}/${sex}`) ?? []
  const from = band * 5
  const to = band === POPULATION_BANDS.length - 1 ? OLDEST_SINGLE_YEAR : from + 4
  return ages.slice(from, to + 1).reduce((a, b) => a + b, 0)
}

/** Value at a mid-year, carried past the end at the mean growth of the last years. */
function at(series: PopulationSeries, year: number): number {
  const { people, firstYear } = series
  const i = year - firstYear
  const last = people.length - 1
  if (i <= last) return people[Math.max(0, i)]!
  const from = people[last - TREND_YEARS]!
  const growth = from > 0 ? (people[last]! - from) / TREND_YEARS / people[last]! : 0
  let value = people[last]!
  for (let step = last; step < i; step++) value *= 1 + growth
  return value
}

/** People at each 31 March from the base year on, between mid-years. */
export function atMarches(series: PopulationSeries, baseYear: number, points: number): number[] {
  return Array.from({ length: points }, (_, t) => {
    const before = at(series, baseYear + t - 1)
    return before + SINCE_LAST_MID_YEAR * (at(series, baseYear + t) - before)
  })
}
