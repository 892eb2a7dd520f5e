import type { Reference } from '../domain/reference.ts'
import { POPULATION_BANDS, type PopulationSeries, type Statistics } from '../domain/statistics.ts'

/** Residents of one area, sex and five-year band at each 31 March from the base on. */
export interface PopulationPath {
  readonly series: PopulationSeries
  /** People [t]. */
  readonly people: readonly number[]
}

const OLDEST_SINGLE_YEAR = 90
/** Years whose mean growth carries a series past its last projected year. */
const TREND_YEARS = 5
/** 31 March lies nine months after one mid-year and three before the next. */
const SINCE_LAST_MID_YEAR = 0.75

/**
 * Residents of every area by sex and five-year band: the newest mid-year estimate times the
 * 2018-based projection's growth from that year; past its last year a band continues at its mean growth of the last five
 * years. Values at 31 March are interpolated between mid-years.
 * @returns paths by area [r]
 */
export function populationPaths(
  reference: Reference,
  statistics: Statistics,
  baseYear: number,
  points: number,
): PopulationPath[][] {
  return reference.areas.map(({ code }) =>
    statistics.projection
      .filter(({ place }) => place === code)
      .map((series) => {
        const projected = at(series, statistics.populationYear)
        const scale = projected > 0 ? estimated(statistics, series) / projected : 1
        return { series, people: atMarches(series, baseYear, points).map((value) => value * scale) }
      }),
  )
}

/** Lowest age of each five-year band. */
export const bandStarts: readonly number[] = POPULATION_BANDS.map((label) => Number(label.split(/[-+]/)[0]))

/** Values of a series at each 31 March from the base on. */
export function atMarches(series: PopulationSeries, baseYear: number, points: number): number[] {
  return Array.from({ length: points }, (_, t) => {
    const before = at(series, baseYear + t - 1)
    return before + SINCE_LAST_MID_YEAR * (at(series, baseYear + t) - before)
  })
}

function estimated(statistics: Statistics, { place, sex, band }: PopulationSeries): number {
  const ages = statistics.population.get(`${place}/${sex}`) ?? []
  const from = bandStarts[band]!
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
