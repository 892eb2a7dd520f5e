import { describe, expect, it } from 'vitest'
import { readFamilies, readSettings, readWidths } from '../../src/backtest/read-backtest.ts'
import { readBacktestResults } from '../../src/backtest/read-results.ts'
import { partOf } from '../../src/backtest/split.ts'
import { EXPIRED_RULE } from '../../src/domain/finding.ts'
import { checkBacktest } from '../../src/pipeline/backtest/check-backtest.ts'
import { readTable } from '../../src/tables/table.ts'
import { sayVerdict } from '../../src/views/backtest/say-verdict.ts'
import { contests, horizonsOf, overallOf } from '../../src/views/backtest/verdict.ts'
import { dataFiles } from '../support/data-files.ts'

const files = dataFiles()
const results = readBacktestResults(files)
const { families, summaries, series } = results

describe('the back-test, as its results are kept', () => {
  it('covers at least 60 series, and holds back about half of them by their codes alone', () => {
    expect(series.length).toBeGreaterThanOrEqual(60)
    for (const { code, part } of series) expect(part).toBe(partOf(code))
    const held = series.filter(({ part }) => part === 'held-back').length
    expect(held / series.length).toBeGreaterThan(0.4)
    expect(held / series.length).toBeLessThan(0.6)
  })

  it('holds 70 to 90 in 100 held-back outcomes in the 80 % range', () => {
    const [fifty, eighty, ninety] = overallOf(summaries, 'held-back')!.inside
    expect(eighty).toBeGreaterThanOrEqual(0.7)
    expect(eighty).toBeLessThanOrEqual(0.9)
    expect(fifty).toBeLessThan(eighty)
    expect(ninety).toBeGreaterThan(eighty)
  })

  it('holds them in later years too, with widths from earlier ones', () => {
    const [, eighty] = overallOf(summaries, 'later-years')!.inside
    expect(eighty).toBeGreaterThanOrEqual(0.7)
    expect(eighty).toBeLessThanOrEqual(0.9)
  })

  it('has a lower error than each rival, and than the best of each family, in most held-back series', () => {
    const all = contests(series)[0]!
    expect(all.family).toBe('all')
    for (const wins of [all.beatsBest, ...Object.values(all.beats)])
      expect(wins / all.series).toBeGreaterThan(0.5)
  })

  it('does not beat every rival in most series, and says so', () => {
    const all = contests(series)[0]!
    expect(all.beatsEvery / all.series).toBeLessThan(0.5)
    expect(sayVerdict(results).told.join(' ')).toContain(`in ${all.beatsEvery}.`)
  })

  it('names every family where a rule does as well, and every range that holds too few or too many', () => {
    const said = sayVerdict(results).failures.join(' ')
    const title = (code: string): string => families.find((one) => one.code === code)!.title
    const lost = contests(series).filter(
      ({ family, beatsBest, series }) => family !== 'all' && beatsBest * 2 <= series,
    )
    expect(lost.length).toBeGreaterThan(0)
    for (const { family } of lost) expect(said).toContain(title(family))
    for (const { code } of families) {
      const [, eighty] = overallOf(summaries, 'held-back', code)!.inside
      if (eighty < 0.7 || eighty > 0.9) expect(said).toContain(`${title(code)} (${Math.round(eighty * 100)})`)
    }
    for (const { horizon, inside } of horizonsOf(summaries, 'held-back'))
      if (inside[1] < 0.7 || inside[1] > 0.9)
        expect(said).toContain(`${horizon} (${Math.round(inside[1] * 100)})`)
  })

  it('counts the same projections in every table', () => {
    const total = (part: string): number =>
      series.filter((one) => one.part === part).reduce((sum, { forecasts }) => sum + forecasts, 0)
    expect(overallOf(summaries, 'held-back')!.forecasts).toBe(total('held-back'))
    const byFamily = families.map(({ code }) => overallOf(summaries, 'held-back', code)!.forecasts)
    expect(byFamily.reduce((sum, count) => sum + count, 0)).toBe(total('held-back'))
  })
})

describe('what the back-test rests on', () => {
  it('has nothing for a check to find today, and finds what is past its day or unknown', () => {
    const sources = new Set(
      (files.get('assumptions/sources.csv') ?? '').split('\n').map((line) => line.split(',')[0]!),
    )
    expect(checkBacktest(files, sources, '2026-11-22')).toEqual([])
    const bare = new Map([...files].filter(([name]) => !name.startsWith('backtest/')))
    expect(checkBacktest(bare, sources, '2030-01-01')).toEqual([])
    const late = checkBacktest(files, sources, '2030-01-01')
    expect(new Set(late.map(({ rule }) => rule))).toEqual(new Set([EXPIRED_RULE]))
    expect(late).toHaveLength(18)
    const none = checkBacktest(files, new Set(), '2026-11-22')
    expect(none.map(({ rule }) => rule)).toEqual(families.map(() => 'backtest-source'))
  })

  it('is found wanting where a family has no results, or ranges hold too few', () => {
    const sources = new Set(
      (files.get('assumptions/sources.csv') ?? '').split('\n').map((line) => line.split(',')[0]!),
    )
    const file = 'backtest/summary.csv'
    const lines = files.get(file)!.split('\n')
    const without = lines.filter((line) => !line.startsWith('held-back,managers,')).join('\n')
    expect(checkBacktest(new Map(files).set(file, without), sources, '2026-11-22')).toMatchObject([
      { rule: 'backtest-results', severity: 'error' },
    ])
    const low = lines.map((line) =>
      line.startsWith('held-back,all,,') ? line.replace(/,([^,]*),([^,]*)$/, ',0.6,$2') : line,
    )
    expect(checkBacktest(new Map(files).set(file, low.join('\n')), sources, '2026-11-22')).toMatchObject([
      { rule: 'backtest-coverage', severity: 'warning' },
    ])
  })

  it('is marked and signed, row by row', () => {
    const sources = new Set(
      (files.get('assumptions/sources.csv') ?? '').split('\n').map((line) => line.split(',')[0]),
    )
    const columns = (file: string): string[] => (files.get(file) ?? '').split('\n')[0]!.split(',')
    for (const file of ['backtest/families.csv', 'backtest/settings.csv'])
      for (const row of readTable(files, file, columns(file)).rows) {
        expect(['published', 'derived', 'assumed']).toContain(row.text('basis'))
        expect(['green', 'amber', 'red']).toContain(row.text('quality'))
        expect(row.text('note')).toMatch(/judged|quoted/i)
        expect(row.text('expires')).toMatch(/^\d{4}-\d{2}-\d{2}$/)
        if (file.includes('families')) expect(sources).toContain(row.text('source'))
      }
  })

  it('is refused where a setting or a family’s width is missing', () => {
    const without = (file: string, start: string): Map<string, string> =>
      new Map(files).set(
        file,
        files
          .get(file)!
          .split('\n')
          .filter((line) => !line.startsWith(start))
          .join('\n'),
      )
    expect(() => readSettings(without('backtest/settings.csv', 'memory'))).toThrow('memory')
    expect(() => readWidths(without('backtest/widths.csv', 'managers'), readFamilies(files))).toThrow(
      'managers',
    )
  })
})
