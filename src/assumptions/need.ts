import { type AssumptionBook, bookKey, USE_BANDS } from '../domain/assumption-book.ts'
import { SEXES } from '../domain/cohort.ts'
import { POPULATION_BANDS, type PopulationSeries, type Statistics } from '../domain/statistics.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { atMarches, bandStarts, type PopulationPath } from './population.ts'

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

const WORKING = { from: POPULATION_BANDS.indexOf('15-19'), to: POPULATION_BANDS.indexOf('60-64') }

/**
 * How need for each service and the local labour pool move with the population.
 * @param paths residents by area, see `populationPaths`
 */
export function populationIndices(
  statistics: Statistics,
  book: AssumptionBook,
  paths: readonly (readonly PopulationPath[])[],
  baseYear: number,
  years: number,
): PopulationIndices {
  const points = years + 1
  const use = book.services.map(({ code }) => SEXES.map((sex) => useByBand(book, code, sex)))
  const activity = new Float64Array(book.services.length * paths.length * points)
  const pool = new Float64Array(paths.length * points)
  for (const [r, people] of paths.entries())
    for (let t = 0; t < points; t++) {
      for (const [v, bySex] of use.entries())
        activity[(v * paths.length + r) * points + t] = weighted(people, bySex, t)
      pool[r * points + t] = people.reduce(
        (sum, { series: { band }, people: path }) =>
          band >= WORKING.from && band <= WORKING.to ? sum + path[t]! : sum,
        0,
      )
    }
  const variant = (name: string): Float64Array => {
    const people = statistics.variants
      .filter(({ place }) => place === name)
      .map((series: PopulationSeries) => ({ series, people: atMarches(series, baseYear, points) }))
    const index = new Float64Array(book.services.length * points)
    for (const [v, bySex] of use.entries())
      for (let t = 0; t < points; t++) index[v * points + t] = weighted(people, bySex, t)
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
  return bandStarts.map((lowest) => row.bands[USE_BANDS.findLastIndex((edge) => lowest >= edge)]!)
}

const weighted = (
  paths: readonly PopulationPath[],
  bySex: readonly (readonly number[])[],
  t: number,
): number =>
  paths.reduce(
    (sum, { series: { sex, band }, people }) => sum + bySex[SEXES.indexOf(sex)]![band]! * people[t]!,
    0,
  )

/** Divides each run of `points` values by its first. */
function relativeToFirst(values: Float64Array, points: number): Float64Array {
  return values.map((value, i) => {
    const first = values[i - (i % points)]!
    return first > 0 ? value / first : 1
  })
}
