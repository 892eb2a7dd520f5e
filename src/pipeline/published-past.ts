import { FTE_MONTH_NAME, readFtePerPerson } from '../backtest/fte-per-person.ts'
import type { PastFamily } from '../backtest/keep-past.ts'
import { matchPast, type PastConversion, type PastMatch, type PastQuery } from '../backtest/match-past.ts'
import { readObservedSeries } from '../backtest/observed-series.ts'
import { partOf } from '../backtest/split.ts'
import type { BacktestResults, ObservedSeries } from '../domain/backtest.ts'
import type { InputFiles } from '../domain/input-files.ts'
import type { PastCount, PastDay, PastProjection, PublishedPast } from '../domain/published-past.ts'
import type { Reference } from '../domain/reference.ts'

/** Finds the published past of a measure; null where none counts the same. */
export type FindPast = (query: PastQuery) => PublishedPast | null

/** Rates are published for 100,000 patients, and the measure is for 1,000 people. */
const PER_THOUSAND = 0.01

/** What each family counts, and how that differs from what the run counts; NHS groups are said below. */
const COUNTED: Readonly<Record<Exclude<PastFamily, 'nhs-groups'>, string>> = {
  'general-practitioners':
    'Published counts of fully qualified GPs without locums, by the year of the publication; the run’s GPs have locums among them. Practices that have closed since are spread over the areas.',
  'practice-administration':
    'Published counts of administrative staff of practices, by the year of the publication. Practices that have closed since are spread over the areas.',
  'practice-nurses':
    'Published nurses for 1,000 patients registered with practices; the run divides by the people who live in the area.',
  'practice-patient-care':
    'Published other staff who see patients for 1,000 patients registered with practices; the run divides by the people who live in the area.',
}

/** Groups that the publisher drew anew, as the counts themselves show. */
const RECOUNTED: Readonly<Record<string, string>> = {
  ambulance:
    'From 2019 on some 6,000 people of the ambulance service are counted with support to ambulance staff: that step is no loss of staff.',
  'support-ambulance':
    'From 2019 on some 6,000 people of the ambulance service are counted here and no longer as ambulance staff: that step is no gain of staff.',
}

/**
 * Prepares to find the past of measures. The published series are read when the first is asked for.
 * @param results the kept results of the back-test, for past projections
 * @returns a function that throws a HeadroomError where a table is missing or damaged
 */
export function createFindPast(files: InputFiles, reference: Reference, results: BacktestResults): FindPast {
  let read: {
    readonly observed: readonly ObservedSeries[]
    readonly fte: ReadonlyMap<string, number>
  } | null = null
  return (query) => {
    const match = matchPast(reference, query)
    if (match === null) return null
    read ??= { observed: readObservedSeries(files, reference), fte: readFtePerPerson(files) }
    const found = match.codes.flatMap((code) =>
      read!.observed.filter((one) => one.family === match.family && one.code === code),
    )
    const factor = factorOf(match, read.fte)
    if (found.length < match.codes.length || factor === null) return null
    return pastOf(query.measure, match, found, factor, results)
  }
}

function factorOf({ codes, conversion }: PastMatch, fte: ReadonlyMap<string, number>): number | null {
  if (conversion === 'fte-per-person') return fte.get(codes[0]!) ?? null
  return conversion === 'per-thousand' ? PER_THOUSAND : 1
}

function pastOf(
  measure: string,
  { family, codes, conversion }: PastMatch,
  series: readonly ObservedSeries[],
  factor: number,
  { past }: BacktestResults,
): PublishedPast {
  const years = series.map(({ firstYear, values }) => [firstYear, firstYear + values.length - 1] as const)
  const first = Math.max(...years.map(([from]) => from))
  const last = Math.min(...years.map(([, to]) => to))
  const countOf = (year: number): PastCount => ({
    ...dayOf(family, year),
    value: factor * series.reduce((sum, { firstYear, values }) => sum + values[year - firstYear]!, 0),
  })
  const counts = Array.from({ length: last - first + 1 }, (_, k) => countOf(first + k))
  // ranges of several areas don’t add up
  const own = series.length > 1 ? [] : past.filter((one) => one.family === family && one.code === codes[0])
  const projections = own
    // of an edition whose years are gone there is nothing to compare with
    .filter(({ origin, points }) => origin >= first && origin + points.length <= last)
    .map(
      ({ origin, points }): PastProjection => ({
        origin: countOf(origin),
        points: points.map(({ horizon, p10, p50, p90 }) => ({
          ...dayOf(family, origin + horizon),
          p10: p10 * factor,
          p50: p50 * factor,
          p90: p90 * factor,
          actual: countOf(origin + horizon).value,
        })),
      }),
    )
    .sort((a, b) => a.origin.at - b.origin.at)
  return {
    measure,
    counts,
    projections,
    setWidths: partOf(codes[0]!) === 'calibration',
    counted: [sayCounted(family, conversion, factor, series.length > 1), RECOUNTED[codes[0] ?? '']]
      .filter((sentence) => sentence !== undefined)
      .join(' '),
  }
}

const dayOf = (family: PastFamily, year: number): PastDay =>
  family === 'nhs-groups'
    ? { at: year + 0.5, when: `September ${year}`, code: `${year}-09` }
    : { at: year, when: String(year), code: String(year) }

function sayCounted(family: PastFamily, conversion: PastConversion, factor: number, isSum: boolean): string {
  if (family !== 'nhs-groups')
    return isSum
      ? `${COUNTED[family]} They are the sum of the areas, which were projected one by one, so there is no past projection of them together.`
      : COUNTED[family]
  const people =
    'Published counts of people each September. Anyone who works in two groups or grades counts in both, and people of unknown group are left out. Nothing is drawn between the last of them and the first year of the run.'
  return conversion === 'none'
    ? people
    : `${people} They are turned into full-time equivalents at ${factor.toFixed(2)} a person, as in ${FTE_MONTH_NAME}, the one month that both are held for.`
}
