import {
  ALL_TOGETHER,
  BACKTEST_PARTS,
  type BacktestFamily,
  type BacktestSummary,
  MOST_YEARS_AHEAD,
  type PastForecast,
  RIVALS,
  type Rival,
  type Scores,
  type SeriesSummary,
  type ShownForecast,
  type SummaryPart,
} from '../domain/backtest.ts'
import { empiricalQuantile } from '../stats/empirical-quantile.ts'
import { isInside, RANGES } from './score-forecast.ts'

/** Years ahead that a shown projection should reach, where its series is long enough. */
const SHOWN_YEARS = 5
const SHOWN_WORST = 3
/** Share of outcomes that a distance is given for. */
const HELD = 0.8

const P10 = 1
const P50 = 3
const P90 = 5

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

function meanScores(scores: readonly Scores[]): Scores {
  return {
    error: mean(scores.map(({ error }) => error)),
    crps: mean(scores.map(({ crps }) => crps)),
    wis: mean(scores.map(({ wis }) => wis)),
  }
}

const byRival = <T>(of: (rival: Rival) => T): Readonly<Record<Rival, T>> =>
  Object.fromEntries(RIVALS.map((rival) => [rival, of(rival)])) as Record<Rival, T>

function summary(
  part: SummaryPart,
  family: string,
  horizon: number | null,
  forecasts: readonly PastForecast[],
): BacktestSummary {
  const inside = RANGES.map((range) =>
    mean(forecasts.map(({ percentiles, actual }) => (isInside(range, percentiles, actual) ? 1 : 0))),
  )
  return {
    part,
    family,
    horizon,
    series: new Set(forecasts.map((one) => `${one.family}/${one.code}`)).size,
    forecasts: forecasts.length,
    scores: meanScores(forecasts.map(({ scores }) => scores)),
    rivals: byRival((rival) => meanScores(forecasts.map(({ rivals }) => rivals[rival].scores))),
    halfWidth: mean(
      forecasts.map(({ percentiles }) => (percentiles[P90]! - percentiles[P10]!) / 2 / percentiles[P50]!),
    ),
    within: withinOf(forecasts),
    inside: [inside[0]!, inside[1]!, inside[2]!],
  }
}

/** See `BacktestSummary.within`. */
const withinOf = (forecasts: readonly PastForecast[]): number =>
  empiricalQuantile(
    forecasts
      .map(({ percentiles, actual }) => Math.abs(actual - percentiles[P50]!) / percentiles[P50]!)
      .sort((a, b) => a - b),
    HELD,
  )

/**
 * Means by family and years ahead of one part: all families together first, then each, and of each all years
 * ahead together first. A mean over families weighs each by its number of projections.
 */
export function summarise(
  part: SummaryPart,
  families: readonly BacktestFamily[],
  forecasts: readonly PastForecast[],
): readonly BacktestSummary[] {
  return [ALL_TOGETHER, ...families.map(({ code }) => code)].flatMap((family) => {
    const own = forecasts.filter((one) => family === ALL_TOGETHER || one.family === family)
    if (own.length === 0) return []
    const horizons = [...new Set(own.map(({ horizon }) => horizon))].sort((a, b) => a - b)
    return [null, ...horizons].map((horizon) =>
      summary(
        part,
        family,
        horizon,
        own.filter((one) => horizon === null || one.horizon === horizon),
      ),
    )
  })
}

/** Means of each series. @param nameOf name of a series by family and code */
export function summariseSeries(
  forecasts: readonly PastForecast[],
  nameOf: (family: string, code: string) => string,
): readonly SeriesSummary[] {
  const groups = new Map<string, PastForecast[]>()
  for (const one of forecasts) {
    const key = `${one.family}/${one.code}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].map((own) => {
    const { family, code, part } = own[0]!
    const { scores, rivals, inside } = summary(part, family, null, own)
    return {
      family,
      code,
      part,
      name: nameOf(family, code),
      forecasts: own.length,
      error: scores.error,
      rivals: byRival((rival) => rivals[rival].error),
      inside: inside[1],
      within: Array.from({ length: MOST_YEARS_AHEAD }, (_, i) => {
        const ahead = own.filter(({ horizon }) => horizon === i + 1)
        return ahead.length > 0 ? withinOf(ahead) : null
      }),
    }
  })
}

/**
 * Past projections to show, by rule and not by choice: of each family the held-back series whose error is in
 * the middle, and of all the three whose error is the most times their family's mean, each from the origin with five years to come, or the
 * nearest there is.
 */
export function chooseShown(
  series: readonly SeriesSummary[],
  forecasts: readonly PastForecast[],
): readonly ShownForecast[] {
  const judged = series.filter(({ part }) => part === BACKTEST_PARTS[1])
  const ordered = [...judged].sort((a, b) => a.error - b.error)
  const families = [...new Set(judged.map(({ family }) => family))]
  const middles = families.map((family) => {
    const own = ordered.filter((one) => one.family === family)
    return own[(own.length - 1) >> 1]!
  })
  const usual = new Map(
    families.map((family) => [
      family,
      mean(judged.filter((one) => one.family === family).map(({ error }) => error)),
    ]),
  )
  const times = ({ family, error }: SeriesSummary): number => error / usual.get(family)!
  const worst = ordered
    .filter((one) => !middles.includes(one))
    .sort((a, b) => times(b) - times(a))
    .slice(0, SHOWN_WORST)
  const show =
    (why: ShownForecast['why']) =>
    (one: SeriesSummary): ShownForecast => {
      const own = forecasts.filter(({ family, code }) => family === one.family && code === one.code)
      const last = Math.max(...own.map(({ origin, horizon }) => origin + horizon))
      const first = Math.min(...own.map(({ origin }) => origin))
      const origin = Math.max(first, last - SHOWN_YEARS)
      const points = own
        .filter((forecast) => forecast.origin === origin)
        .map(({ horizon, last, actual, percentiles }) => ({ horizon, last, actual, percentiles }))
      return { family: one.family, code: one.code, name: one.name, origin, why, points }
    }
  return [...middles.map(show('middle')), ...worst.map(show('worst'))]
}
