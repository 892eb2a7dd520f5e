import { beforeAll, describe, expect, it } from 'vitest'
import { freshKernel } from '../../../build-kernel.js'
import { seriesCsv, summaryCsv } from '../../backtest/backtest-csv.ts'
import { readObservedSeries } from '../../backtest/observed-series.ts'
import { readFamilies, readSettings } from '../../backtest/read-backtest.ts'
import { RESULT_FILES } from '../../backtest/read-results.ts'
import type { BacktestFamily, ObservedSeries, PastForecast } from '../../domain/backtest.ts'
import type { Simulate } from '../../domain/ensemble.ts'
import type { InputFiles } from '../../domain/input-files.ts'
import { createSimulate } from '../../engine/ensemble/simulate.ts'
import { loadInputFiles } from '../../storage/load-input-files.ts'
import { readReference } from '../read-reference.ts'
import { originsOf, projectOrigin } from './project-origin.ts'
import { runBacktest } from './run-backtest.ts'

const ORIGIN = 2013
let files: InputFiles
let simulate: Simulate
let observed: readonly ObservedSeries[]
let families: readonly BacktestFamily[]

beforeAll(async () => {
  files = await loadInputFiles('data')
  simulate = createSimulate(await freshKernel())
  observed = readObservedSeries(files, readReference(files))
  families = readFamilies(files)
})

const familyOf = (code: string): BacktestFamily => families.find((one) => one.code === code)!
const seriesOf = (code: string): readonly ObservedSeries[] => observed.filter(({ family }) => family === code)
const project = (
  series: readonly ObservedSeries[],
  more: { origin?: number; seed?: number; only?: 'calibration' } = {},
): Promise<readonly PastForecast[]> =>
  projectOrigin(
    {
      family: familyOf(series[0]!.family),
      series,
      settings: readSettings(files),
      widths: { trend: 1, shock: 1 },
      origin: ORIGIN,
      seed: 1,
      draws: 16,
      ...more,
    },
    simulate,
  )
/** What was said before anything came true. */
const said = ({ code, horizon, last, percentiles, rivals }: PastForecast) => ({
  code,
  horizon,
  last,
  percentiles,
  rivals: [rivals.last.median, rivals.linear.median, rivals.damped.median],
})

describe('nothing later than the origin', () => {
  it.each(['consultants', 'nhs-groups'])('moves a bit of the projections of %s', async (code) => {
    const series = seriesOf(code)
    const changed = series.map((one, i) => ({
      ...one,
      values: one.values.map((value, t) => (one.firstYear + t > ORIGIN ? value * (1.5 + i) + t : value)),
    }))
    const [before, after] = [await project(series), await project(changed)]
    expect(after.map(said)).toEqual(before.map(said))
    expect(after.map(({ actual }) => actual)).not.toEqual(before.map(({ actual }) => actual))
  })

  it('nor of rates', async () => {
    const series = seriesOf('care-turnover')
    const changed = series.map((one) => ({
      ...one,
      values: one.values.map((value, t) => (one.firstYear + t > 2020 ? value / 3 : value)),
    }))
    const origin = 2020
    expect((await project(changed, { origin })).map(said)).toEqual(
      (await project(series, { origin })).map(said),
    )
  })

  it('nor whether it is there at all', async () => {
    const series = seriesOf('consultants')
    const cut = series.map((one) => ({ ...one, values: one.values.slice(0, ORIGIN + 3 - one.firstYear) }))
    const near = (await project(series)).filter(({ horizon }) => horizon <= 2)
    expect((await project(cut)).map(said)).toEqual(near.map(said))
  })

  it('but what is earlier does', async () => {
    const series = seriesOf('consultants')
    const changed = series.map((one) => ({ ...one, values: [one.values[0]! * 0.9, ...one.values.slice(1)] }))
    expect((await project(changed)).map(said)).not.toEqual((await project(series)).map(said))
  })
})

describe('a projection from an older base', () => {
  it('starts at the pace expected, and its middle is the stock less exits plus joiners', async () => {
    // Every series the same, so that the family's pace is theirs.
    const values = [100, 103, 106.09, 109.2727, 109.2727, 109.2727]
    const series = ['a', 'b', 'c'].map((code) => ({
      family: 'consultants',
      code,
      name: code,
      firstYear: 2010,
      values,
    }))
    const none = { trend: 0, shock: 0 }
    const [first, second] = await projectOrigin(
      {
        family: familyOf('consultants'),
        series,
        settings: { ...readSettings(files), priorGrowth: Math.log(1.03) },
        widths: none,
        origin: 2013,
        seed: 1,
        draws: 4,
      },
      simulate,
    )
    const exits = familyOf('consultants').exits
    const joiners = 109.2727 * (exits + 0.03)
    expect(first!.percentiles[3]).toBeCloseTo(109.2727 * 1.03, 6)
    expect(second!.percentiles[3]).toBeCloseTo(109.2727 * 1.03 * (1 - exits) + joiners, 6)
    expect(second!.percentiles[0]).toBe(second!.percentiles[6])
  })

  it('is the same with half of the series projected, and with the same seed again', async () => {
    const series = seriesOf('managers')
    const whole = await project(series)
    const half = await project(series, { only: 'calibration' })
    expect(half).toEqual(whole.filter(({ part }) => part === 'calibration'))
    expect(half.length).toBeGreaterThan(0)
    expect(half.length).toBeLessThan(whole.length)
    expect((await project(series, { seed: 2 })).map(said)).not.toEqual(whole.map(said))
  })

  it('has an origin wherever two yearly changes are known and something follows', () => {
    expect(originsOf(seriesOf('consultants'))).toEqual([2011, 2012, 2013, 2014, 2015, 2016, 2017])
    expect(originsOf(seriesOf('care-turnover'))).toEqual([2018, 2019, 2020, 2021, 2022, 2023])
  })
})

describe('the series', () => {
  it('add up to what is published', () => {
    const at = (family: string, code: string, year: number): number => {
      const one = seriesOf(family).find((series) => series.code === code)!
      return one.values[year - one.firstYear]!
    }
    // Doctors in September 2009: 102,172 people, some of them counted in two grades.
    const doctors = ['consultants', 'resident-doctors', 'specialty-doctors']
    const sum = doctors.reduce((total, code) => total + at('nhs-groups', code, 2009), 0)
    expect(sum / 102_172).toBeGreaterThanOrEqual(1)
    expect(sum / 102_172).toBeLessThan(1.01)
    expect(at('nhs-groups', 'consultants', 2009)).toBe(36_932)
    expect(at('nhs-groups', 'nurses-health-visitors', 2009)).toBe(315_436)
    // Fully qualified GPs of England without trainees and locums, 2016 and 2024, as the panel's readers state.
    const gps = (year: number): number =>
      seriesOf('general-practitioners').reduce(
        (sum, { values, firstYear }) => sum + values[year - firstYear]!,
        0,
      )
    expect(Math.round(gps(2016) / 10)).toBe(2737)
    expect(Math.round(gps(2024) / 10)).toBe(2656)
  })
})

describe('the kept results', () => {
  it.each(['practice-nurses', 'care-turnover'])('are what a fresh run of %s gives', async (family) => {
    const { summaries, series } = await runBacktest(files, { family, seed: 1, draws: 400 }, simulate)
    const rows = (text: string): string[] => text.trimEnd().split('\n').slice(1)
    const own = summaries.filter((one) => one.family === family)
    const kept = (file: string): string[] => rows(files.get(file)!)
    expect(own.length).toBeGreaterThan(3)
    expect(kept(RESULT_FILES.summaries)).toEqual(expect.arrayContaining(rows(summaryCsv(own))))
    expect(kept(RESULT_FILES.series)).toEqual(expect.arrayContaining(rows(seriesCsv(series))))
  })

  it('of a family that isn’t there are an error', async () => {
    await expect(runBacktest(files, { family: 'dogs', seed: 1, draws: 4 }, simulate)).rejects.toMatchObject({
      code: 'family-unknown',
    })
  })
})
