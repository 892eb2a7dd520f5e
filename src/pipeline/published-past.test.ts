import { beforeAll, describe, expect, it } from 'vitest'
import { dataFiles } from '../../tests/support/data-files.ts'
import { readBacktestResults } from '../backtest/read-results.ts'
import type { InputFiles } from '../domain/input-files.ts'
import type { Reference } from '../domain/reference.ts'
import { parseTable } from '../tables/table.ts'
import { createFindPast, type FindPast } from './published-past.ts'
import { readReference } from './read-reference.ts'

const files: InputFiles = dataFiles()
const reference: Reference = readReference(files)
const midwives = { level: 'staff_group', code: 'midwives' }
const nhs = { level: 'sector', code: 'nhs' }
let find: FindPast
beforeAll(() => {
  find = createFindPast(files, reference, readBacktestResults(files))
})

describe('the published past', () => {
  it('of midwives is the publisher’s headcount of each September, to the person', () => {
    const past = find({ area: 'ENG', series: midwives, measure: 'supply_heads' })
    const published = parseTable(files.get('statistics/nhs-workforce-ethnicity/grades.csv')!, 'grades.csv', [
      'month',
      'staff_group',
      'grade',
      'headcount',
      'known_ethnicity',
    ]).rows.filter(
      (row) =>
        row.text('staff_group') === 'midwives' &&
        row.text('grade') === 'all' &&
        row.text('month').endsWith('-09'),
    )
    expect(past?.counts.map(({ code, value }) => [code, value])).toEqual(
      published.map((row) => [row.text('month'), row.numeric('headcount')]),
    )
    expect(past?.counts[0]).toMatchObject({ at: 2009.5, when: 'September 2009' })
  })

  it('has projections from ten and five years before the last count, each beside what was counted', () => {
    const past = find({ area: 'ENG', series: nhs, measure: 'supply_heads' })
    expect(past?.projections.map(({ origin, points }) => [origin.code, points.length])).toEqual([
      ['2011-09', 10],
      ['2016-09', 5],
    ])
    const counted = new Map(past?.counts.map(({ at, value }) => [at, value]))
    for (const { origin, points } of past?.projections ?? []) {
      expect(origin.value).toBe(counted.get(origin.at))
      for (const { at, actual, p10, p50, p90 } of points) {
        expect(actual).toBe(counted.get(at))
        expect(p10).toBeLessThan(p50)
        expect(p50).toBeLessThan(p90)
      }
    }
  })

  it('in full-time equivalents meets those published for September 2017', () => {
    const published = parseTable(files.get('statistics/nhs-nationality/staff.csv')!, 'staff.csv', [
      'month',
      'staff_group',
      'nationality_group',
      'fte',
    ]).rows.filter((row) => row.text('month') === '2017-09' && row.text('staff_group') !== 'nhs-unknown')
    const fte = (group: string | null): number =>
      published
        .filter((row) => group === null || row.text('staff_group') === group)
        .reduce((sum, row) => sum + row.numeric('fte'), 0)
    const in2017 = (series: typeof nhs): number | undefined =>
      find({ area: 'ENG', series, measure: 'fte_at_work' })?.counts.find(({ code }) => code === '2017-09')
        ?.value
    expect(in2017(midwives)).toBeCloseTo(fte('midwives'), 6)
    // a few doctors work in two grades, and count in both where grades are added up
    expect(in2017(nhs)! / fte(null)).toBeGreaterThanOrEqual(1)
    expect(in2017(nhs)! / fte(null)).toBeLessThan(1.002)
  })

  it('is an occupation’s where it is a group by itself, and not where it is a part of one', () => {
    const of = (code: string) =>
      find({ area: 'ENG', series: { level: 'occupation', code }, measure: 'supply_heads' })
    expect(of('midwives')?.counts).toEqual(
      find({ area: 'ENG', series: midwives, measure: 'supply_heads' })?.counts,
    )
    expect(of('consultants')?.counts[0]?.value).toBe(36_932)
    for (const part of ['adult-nurses', 'physiotherapists', 'care-workers']) expect(of(part)).toBeNull()
  })

  it('says which groups were drawn anew', () => {
    for (const code of ['ambulance', 'support-ambulance']) {
      const past = find({ area: 'ENG', series: { level: 'staff_group', code }, measure: 'supply_heads' })!
      const at = (day: string) => past.counts.find((count) => count.code === day)!.value
      expect(Math.abs(at('2019-09') - at('2018-09'))).toBeGreaterThan(5000)
      expect(past.counted).toContain('From 2019 on')
    }
    expect(find({ area: 'ENG', series: midwives, measure: 'supply_heads' })?.counted).not.toContain('2019')
  })

  it('of practices is by area, and their sum for England, which has no projection', () => {
    const gps = { level: 'occupation', code: 'general-practitioners' }
    const of = (area: string) => find({ area, series: gps, measure: 'supply_fte' })
    expect(of('QT6')?.projections.length).toBe(1)
    const sum = reference.areas.reduce((total, { code }) => total + of(code)!.counts.at(-1)!.value, 0)
    expect(of('ENG')?.counts.at(-1)?.value).toBeCloseTo(sum, 6)
    expect(of('ENG')?.projections).toEqual([])
  })

  it('is none where nothing published counts the same', () => {
    expect(find({ area: 'QJK', series: nhs, measure: 'supply_heads' })).toBeNull()
    expect(find({ area: 'ENG', series: nhs, measure: 'coverage' })).toBeNull()
    expect(find({ area: 'ENG', series: { level: 'all', code: 'all' }, measure: 'fte_at_work' })).toBeNull()
    const consultants = { level: 'occupation', code: 'consultants' }
    expect(find({ area: 'ENG', series: consultants, measure: 'supply_fte' })).toBeNull()
    expect(find({ area: 'QKK', series: consultants, measure: 'supply_fte' })).toBeNull()
  })

  it('of nurses of practices is for 1,000 patients', () => {
    const series = { level: 'occupation', code: 'practice-nurses' }
    const past = find({ area: 'QOC', series, measure: 'staff_per_1000' })
    expect(past?.counts.find(({ code }) => code === '2020')?.value).toBeCloseTo(0.314833, 5)
    expect(past?.counted).toContain('registered')
  })
})
