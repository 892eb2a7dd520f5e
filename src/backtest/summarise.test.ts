import { describe, expect, it } from 'vitest'
import { fakeForecast } from '../../tests/support/fake-backtest.ts'
import { chooseWidths, miscalibration } from './choose-widths.ts'
import { keepPast } from './keep-past.ts'
import { chooseShown, summarise, summariseSeries } from './summarise.ts'

const families = [
  { code: 'nurses', title: 'Nurses', kind: 'stock', unit: 'people', exits: 0.1, lagMonths: 3 },
] as const
const forecasts = [
  fakeForecast(),
  fakeForecast({ horizon: 2, actual: 130 }),
  fakeForecast({ code: 'b', actual: 100 }),
]

describe('summaries', () => {
  it('are means over all years ahead, then each', () => {
    const rows = summarise('held-back', families, forecasts)
    expect(rows.map(({ family, horizon, forecasts }) => [family, horizon, forecasts])).toEqual([
      ['all', null, 3],
      ['all', 1, 2],
      ['all', 2, 1],
      ['nurses', null, 3],
      ['nurses', 1, 2],
      ['nurses', 2, 1],
    ])
    expect(rows[0]!.series).toBe(2)
    // 110 and 100 lie in 90-110, 80-120 and 75-125; 130 in none.
    expect(rows[0]!.inside).toEqual([2 / 3, 2 / 3, 2 / 3])
    expect(rows[0]!.halfWidth).toBeCloseTo(0.2, 12)
    // Distances from 100: 0, 10, 30; the smallest that at least 80 % reach is 30.
    expect(rows[0]!.within).toBeCloseTo(0.3, 12)
  })

  it('of series name each once', () => {
    const series = summariseSeries(forecasts, (_, code) => code)
    expect(series.map(({ code, forecasts, inside }) => [code, forecasts, inside])).toEqual([
      ['a', 2, 0.5],
      ['b', 1, 1],
    ])
  })

  it('show by rule the middle series of a family and the worst of all', () => {
    const series = ['a', 'b', 'c', 'd', 'e'].map((code, i) => ({
      family: 'nurses',
      code,
      part: 'held-back' as const,
      name: code,
      forecasts: 1,
      error: i / 10,
      rivals: { last: 0, linear: 0, damped: 0 },
      inside: 1,
      within: [],
    }))
    const shown = chooseShown(
      series,
      series.map(({ code }) => fakeForecast({ code })),
    )
    expect(shown.map(({ code, why }) => [code, why])).toEqual([
      ['c', 'middle'],
      ['e', 'worst'],
      ['d', 'worst'],
      ['b', 'worst'],
    ])
  })
})

describe('calibration', () => {
  it('measures how far ranges are from the share they claim, near and far', () => {
    // One projection near, inside all ranges; one far, inside none.
    const far = fakeForecast({ horizon: 5, actual: 200 })
    const near = 0.5 * 0.5 + 0.2 * 0.2 + 0.1 * 0.1
    expect(miscalibration([fakeForecast()])).toBeCloseTo(near, 12)
    expect(miscalibration([fakeForecast(), far])).toBeCloseTo(near + 0.5 * 0.5 + 0.8 * 0.8 + 0.9 * 0.9, 12)
  })

  it('takes the first of the widths that come nearest', () => {
    const widths = (trend: number) => ({ trend, shock: 1 })
    const tried = [0.3, 0.1, 0.1].map((miscalibration, i) => ({ widths: widths(i), miscalibration }))
    expect(chooseWidths(tried)).toEqual(widths(1))
  })
})

describe('the past that is kept', () => {
  const series = (family: string, code: string, origins: readonly number[], last: number) =>
    origins.flatMap((origin) =>
      Array.from({ length: last - origin }, (_, k) => fakeForecast({ family, code, origin, horizon: k + 1 })),
    )
  const kept = (...forecasts: ReturnType<typeof series>) =>
    keepPast(forecasts).map(({ code, origin, points }) => [code, origin, points.length])

  it('starts ten and five years before the last count', () => {
    const long = series('nhs-groups', 'a', [2009, 2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017], 2020)
    expect(kept(...long)).toEqual([
      ['a', 2010, 10],
      ['a', 2015, 5],
    ])
  })

  it('starts where it first can where the series is short, and leaves out families that no measure counts', () => {
    const short = series('practice-nurses', 'b', [2018, 2019], 2021)
    expect(kept(...short, ...series('care-turnover', 'c', [2011, 2016], 2021))).toEqual([['b', 2018, 3]])
  })

  it('holds the ends and the middle of the range of 8 in 10', () => {
    const [one] = keepPast([fakeForecast({ family: 'nhs-groups' })])
    expect(one?.points).toEqual([{ horizon: 1, p10: 80, p50: 100, p90: 120 }])
  })
})
