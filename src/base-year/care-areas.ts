import type { CareRate, Statistics } from '../domain/statistics.ts'
import { correlation } from '../stats/correlation.ts'
import { shrinkMeans } from '../stats/shrink-means.ts'

/** How an area's social care differs from the nation's, mean of the areas about 1 [r]. */
export interface CareRelatives {
  /** Turnover of the latest year. */
  readonly turnoverLatest: readonly number[]
  /** Turnover over all years published, drawn in by how much areas vary from year to year. */
  readonly turnover: readonly number[]
  /** Vacancies, drawn in by how far such differences last. */
  readonly vacancy: readonly number[]
  /** Share of the vacancies' difference that is kept. */
  readonly vacancyKept: number
}

/**
 * Relative turnover and vacancies of areas. A year's rates are taken over that year's mean of the areas, so
 * that the national rise and fall drops out. Vacancies by area are published for one past year only: of
 * their differences, the share is kept that turnover's kept from that year to the latest, their correlation.
 * An area with no figure is average.
 * @param areas codes in the order of the results
 */
export function careRelatives(statistics: Statistics, areas: readonly string[]): CareRelatives {
  const { careTurnover, careVacancy } = statistics
  const years = [...new Set(careTurnover.map(({ year }) => year))].sort()
  const byYear = new Map(years.map((year) => [year, relativeTo(careTurnover, year)]))
  const latest = byYear.get(years.at(-1) ?? '') ?? new Map<string, number>()
  const vacancyYear = careVacancy[0]?.year ?? ''
  const then = byYear.get(vacancyYear) ?? new Map<string, number>()
  const both = areas.filter((area) => then.has(area) && latest.has(area))
  const lasting = correlation(
    both.map((area) => then.get(area)!),
    both.map((area) => latest.get(area)!),
  )
  // Too few areas give no correlation (NaN), and then nothing is kept either.
  const vacancyKept = Number.isNaN(lasting) ? 0 : Math.max(0, lasting)
  const vacancy = relativeTo(careVacancy, vacancyYear)
  return {
    turnoverLatest: areas.map((area) => latest.get(area) ?? 1),
    turnover: shrinkMeans(areas.map((area) => years.flatMap((year) => byYear.get(year)!.get(area) ?? []))),
    vacancy: areas.map((area) => 1 + vacancyKept * ((vacancy.get(area) ?? 1) - 1)),
    vacancyKept,
  }
}

/** A year's rates over their mean, by area. */
function relativeTo(rates: readonly CareRate[], year: string): Map<string, number> {
  const own = rates.filter((rate) => rate.year === year)
  const mean = own.reduce((sum, { rate }) => sum + rate, 0) / own.length
  return new Map(own.map(({ area, rate }) => [area, rate / mean]))
}
