import { chooseShown, summarise, summariseSeries } from '../../src/backtest/summarise.ts'
import type { Backtest, PastForecast } from '../../src/domain/backtest.ts'
import type { BacktestRequest } from '../../src/pipeline/backtest/run-backtest.ts'

/** A past projection of 100 with a range of 80 to 120, of which 110 came true; rivals said 90. */
export const fakeForecast = (changes: Partial<PastForecast> = {}): PastForecast => {
  const rival = { median: 90, scores: { error: 20 / 110, crps: 0.2, wis: 0.2 } }
  return {
    family: 'nurses',
    code: 'a',
    part: 'held-back',
    origin: 2010,
    horizon: 1,
    last: 95,
    actual: 110,
    percentiles: [75, 80, 90, 100, 110, 120, 125],
    scores: { error: 10 / 110, crps: 0.05, wis: 0.05 },
    rivals: { last: rival, linear: rival, damped: rival },
    ...changes,
  }
}

/** A finished back-test of two series, one in each half. */
export function fakeBacktest({ seed, draws }: Pick<BacktestRequest, 'seed' | 'draws'>): Backtest {
  const forecasts = [
    fakeForecast(),
    fakeForecast({ horizon: 2, actual: 130 }),
    fakeForecast({ code: 'b', part: 'calibration' }),
  ]
  const families = [
    { code: 'nurses', title: 'Nurses', kind: 'stock', unit: 'people', exits: 0.1, lagMonths: 3 },
  ] as const
  const series = summariseSeries(forecasts, (_, code) => `Area ${code.toUpperCase()}`)
  const part = (wanted: PastForecast['part']) => forecasts.filter((one) => one.part === wanted)
  return {
    families,
    seed,
    draws,
    forecasts,
    series,
    summaries: [
      ...summarise('calibration', families, part('calibration')),
      ...summarise('held-back', families, part('held-back')),
    ],
    shown: chooseShown(series, forecasts),
    past: [],
  }
}
