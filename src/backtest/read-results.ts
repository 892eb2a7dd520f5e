import {
  BACKTEST_PARTS,
  BACKTEST_PERCENTILES,
  type BacktestResults,
  type BacktestSummary,
  type KeptForecast,
  RIVALS,
  type Rival,
  type Scores,
  type SeriesSummary,
  type ShownForecast,
  SUMMARY_PARTS,
} from '../domain/backtest.ts'
import type { InputFiles } from '../domain/input-files.ts'
import { type Row, readTable } from '../tables/table.ts'
import {
  PAST_COLUMNS,
  SERIES_COLUMNS,
  SHOWN_COLUMNS,
  SUMMARY_COLUMNS,
  WITHIN_COLUMNS,
} from './backtest-csv.ts'
import { readFamilies } from './read-backtest.ts'

/** Files of the last back-test's results, as `headroom backtest --out` writes them. */
export const RESULT_FILES = {
  summaries: 'backtest/summary.csv',
  series: 'backtest/series.csv',
  shown: 'backtest/shown.csv',
  past: 'backtest/past.csv',
} as const

/**
 * The results of the last back-test that are kept with the data.
 * @throws HeadroomError where a table is missing or damaged
 */
export function readBacktestResults(files: InputFiles): BacktestResults {
  return {
    families: readFamilies(files),
    summaries: readTable(files, RESULT_FILES.summaries, SUMMARY_COLUMNS).rows.map(readSummary),
    series: readTable(files, RESULT_FILES.series, SERIES_COLUMNS).rows.map(readSeries),
    shown: readShown(readTable(files, RESULT_FILES.shown, SHOWN_COLUMNS).rows),
    // a folder of older results has none
    past: files.has(RESULT_FILES.past)
      ? readPast(readTable(files, RESULT_FILES.past, PAST_COLUMNS).rows)
      : [],
  }
}

const byRival = <T>(of: (rival: Rival) => T): Readonly<Record<Rival, T>> =>
  Object.fromEntries(RIVALS.map((rival) => [rival, of(rival)])) as Record<Rival, T>

const readScores = (row: Row, prefix = ''): Scores => ({
  error: row.numeric(`${prefix}error`),
  crps: row.numeric(`${prefix}crps`),
  wis: row.numeric(`${prefix}wis`),
})

const readSummary = (row: Row): BacktestSummary => ({
  part: row.oneOf('part', SUMMARY_PARTS),
  family: row.text('family'),
  horizon: row.optional('horizon') === null ? null : row.integer('horizon', { min: 1 }),
  series: row.integer('series'),
  forecasts: row.integer('forecasts'),
  scores: readScores(row),
  rivals: byRival((rival) => readScores(row, `${rival}_`)),
  halfWidth: row.numeric('half_width'),
  within: row.numeric('within'),
  inside: [row.numeric('inside_50'), row.numeric('inside_80'), row.numeric('inside_90')],
})

const readSeries = (row: Row): SeriesSummary => ({
  family: row.text('family'),
  code: row.text('code'),
  part: row.oneOf('part', BACKTEST_PARTS),
  name: row.text('name'),
  forecasts: row.integer('forecasts'),
  error: row.numeric('error'),
  rivals: byRival((rival) => row.numeric(`${rival}_error`)),
  inside: row.numeric('inside_80'),
  within: WITHIN_COLUMNS.map((column) => (row.optional(column) === null ? null : row.numeric(column))),
})

function readShown(rows: readonly Row[]): readonly ShownForecast[] {
  const shown = new Map<string, ShownForecast>()
  for (const row of rows) {
    const key = `${row.text('family')}/${row.text('code')}`
    const point = {
      horizon: row.integer('horizon', { min: 1 }),
      last: row.numeric('last'),
      actual: row.numeric('actual'),
      percentiles: BACKTEST_PERCENTILES.map((percent) => row.numeric(`p${percent}`)),
    }
    const before = shown.get(key)
    shown.set(key, {
      family: row.text('family'),
      code: row.text('code'),
      name: row.text('name'),
      why: row.oneOf('why', ['middle', 'worst']),
      origin: row.integer('origin'),
      points: [...(before?.points ?? []), point],
    })
  }
  return [...shown.values()]
}

function readPast(rows: readonly Row[]): readonly KeptForecast[] {
  const past = new Map<string, KeptForecast>()
  for (const row of rows) {
    const [family, code, origin] = [row.text('family'), row.text('code'), row.integer('origin')]
    const key = `${family}/${code}/${origin}`
    const point = {
      horizon: row.integer('horizon', { min: 1 }),
      p10: row.numeric('p10'),
      p50: row.numeric('p50'),
      p90: row.numeric('p90'),
    }
    past.set(key, { family, code, origin, points: [...(past.get(key)?.points ?? []), point] })
  }
  return [...past.values()]
}
