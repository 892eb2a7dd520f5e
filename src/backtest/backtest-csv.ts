import {
  BACKTEST_PERCENTILES,
  type BacktestSummary,
  type CalibratedWidths,
  type KeptForecast,
  MOST_YEARS_AHEAD,
  type PastForecast,
  RIVALS,
  type Scores,
  type SeriesSummary,
  type ShownForecast,
} from '../domain/backtest.ts'
import { WIDTHS_COLUMNS } from './read-backtest.ts'

/** Digits that numbers are written with: more than any of them is good for. */
const DIGITS = 6

const number = (value: number): string => String(Number(value.toPrecision(DIGITS)))
const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const line = (cells: readonly (string | number | null)[]): string =>
  `${cells.map((one) => (one === null ? '' : typeof one === 'number' ? number(one) : cell(one))).join(',')}\n`

const percentileColumns = BACKTEST_PERCENTILES.map((percent) => `p${percent}`)
const SCORES = ['error', 'crps', 'wis'] as const
const scoreCells = (scores: Scores): number[] => SCORES.map((score) => scores[score])
const rivalColumns = RIVALS.flatMap((rival) => SCORES.map((score) => `${rival}_${score}`))

export const SUMMARY_COLUMNS = [
  'part',
  'family',
  'horizon',
  'series',
  'forecasts',
  ...SCORES,
  ...rivalColumns,
  'half_width',
  'within',
  'inside_50',
  'inside_80',
  'inside_90',
]
/** Within what 8 in 10 outcomes of a series came, by years ahead. */
export const WITHIN_COLUMNS = Array.from({ length: MOST_YEARS_AHEAD }, (_, i) => `within_${i + 1}`)
export const SERIES_COLUMNS = [
  'family',
  'code',
  'part',
  'name',
  'forecasts',
  'error',
  ...RIVALS.map((rival) => `${rival}_error`),
  'inside_80',
  ...WITHIN_COLUMNS,
]
export const SHOWN_COLUMNS = [
  'family',
  'code',
  'name',
  'why',
  'origin',
  'horizon',
  'last',
  'actual',
  ...percentileColumns,
]
export const PAST_COLUMNS = ['family', 'code', 'origin', 'horizon', 'p10', 'p50', 'p90']
/** Columns of `backtest.csv`: every projection with what came true. Errors and scores are shares of `actual`. */
export const FORECAST_COLUMNS = [
  'family',
  'code',
  'part',
  'origin',
  'horizon',
  'last_known',
  'actual',
  ...percentileColumns,
  ...SCORES,
  ...RIVALS.flatMap((rival) => [rival, ...SCORES.map((score) => `${rival}_${score}`)]),
]

const csv = (columns: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string =>
  [columns, ...rows].map(line).join('')

/** Text of `data/backtest/widths.csv`. */
export const widthsCsv = (widths: ReadonlyMap<string, CalibratedWidths>): string =>
  csv(
    WIDTHS_COLUMNS,
    [...widths].map(([family, { all, early, until }]) => [
      family,
      all.trend,
      all.shock,
      early.trend,
      early.shock,
      until,
    ]),
  )

/** Text of `data/backtest/summary.csv`: see `BacktestSummary`; no horizon stands for all together. */
export const summaryCsv = (summaries: readonly BacktestSummary[]): string =>
  csv(
    SUMMARY_COLUMNS,
    summaries.map((one) => [
      one.part,
      one.family,
      one.horizon,
      one.series,
      one.forecasts,
      ...scoreCells(one.scores),
      ...RIVALS.flatMap((rival) => scoreCells(one.rivals[rival])),
      one.halfWidth,
      one.within,
      ...one.inside,
    ]),
  )

/** Text of `data/backtest/series.csv`: see `SeriesSummary`. */
export const seriesCsv = (series: readonly SeriesSummary[]): string =>
  csv(
    SERIES_COLUMNS,
    series.map((one) => [
      one.family,
      one.code,
      one.part,
      one.name,
      one.forecasts,
      one.error,
      ...RIVALS.map((rival) => one.rivals[rival]),
      one.inside,
      ...one.within,
    ]),
  )

/** Text of `data/backtest/shown.csv`: see `ShownForecast`. */
export const shownCsv = (shown: readonly ShownForecast[]): string =>
  csv(
    SHOWN_COLUMNS,
    shown.flatMap(({ family, code, name, why, origin, points }) =>
      points.map(({ horizon, last, actual, percentiles }) => [
        family,
        code,
        name,
        why,
        origin,
        horizon,
        last,
        actual,
        ...percentiles,
      ]),
    ),
  )

/** Text of `data/backtest/past.csv`: see `KeptForecast`. */
export const pastCsv = (past: readonly KeptForecast[]): string =>
  csv(
    PAST_COLUMNS,
    past.flatMap(({ family, code, origin, points }) =>
      points.map(({ horizon, p10, p50, p90 }) => [family, code, origin, horizon, p10, p50, p90]),
    ),
  )

/** Text of `backtest.csv`. */
export const forecastsCsv = (forecasts: readonly PastForecast[]): string =>
  csv(
    FORECAST_COLUMNS,
    forecasts.map((one) => [
      one.family,
      one.code,
      one.part,
      one.origin,
      one.horizon,
      one.last,
      one.actual,
      ...one.percentiles,
      ...scoreCells(one.scores),
      ...RIVALS.flatMap((rival) => [one.rivals[rival].median, ...scoreCells(one.rivals[rival].scores)]),
    ]),
  )
