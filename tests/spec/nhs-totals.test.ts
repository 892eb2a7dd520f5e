import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { packageFolder } from '../../src/storage/package-folder.ts'

type Row = { readonly [column: string]: string }

const read = (file: string): readonly Row[] =>
  parse(readFileSync(path.join(packageFolder(), 'data', 'statistics', file)), { columns: true })
const sum = (rows: readonly Row[], column: string, where: Row = {}): number =>
  rows
    .filter((row) => Object.entries(where).every(([name, value]) => row[name] === value))
    .reduce((total, row) => total + Number(row[column]), 0)

describe('sickness absence by reason', () => {
  const rows = read('nhs-sickness-reason/reasons.csv')

  it('has 25 reasons in every month of three editions', () => {
    const counts = new Map<string, number>()
    for (const { edition, month } of rows)
      counts.set(`${edition} ${month}`, (counts.get(`${edition} ${month}`) ?? 0) + 1)
    expect(counts.size).toBe(12 + 12 + 1)
    expect(new Set(counts.values())).toEqual(new Set([25]))
  })

  it('comes to 2,159,797 days in February 2025, 1.2 % below the days by organisation', () => {
    expect(sum(rows, 'fte_days_lost', { month: '2025-02' })).toBeCloseTo(2_159_797.12908, 3)
  })
})

describe('staff by staff group, grade and ethnicity', () => {
  const grades = read('nhs-workforce-ethnicity/grades.csv')

  it('has 19 dates and the nurses published', () => {
    expect(new Set(grades.map(({ month }) => month)).size).toBe(19)
    const nurses = { staff_group: 'nurses-health-visitors', grade: 'all' }
    expect(sum(grades, 'known_ethnicity', { ...nurses, month: '2009-09' })).toBe(301_015)
    expect(sum(grades, 'known_ethnicity', { ...nurses, month: '2019-09' })).toBe(312_905)
  })

  it('has ethnicities that sum to the staff of every group and date', () => {
    const ethnicity = read('nhs-workforce-ethnicity/ethnicity.csv')
    for (const { month = '', staff_group = '', headcount } of grades.filter(({ grade }) => grade === 'all'))
      expect(sum(ethnicity, 'headcount', { month, staff_group })).toBe(Number(headcount))
  })
})

describe('attendances and emergency admissions', () => {
  const rows = read('nhs-ae-activity/activity.csv')

  // The publisher's own totals, in the last row of each month's file.
  it.each([
    ['2024-04', 1_341_059, 771_286, 403_934],
    ['2024-09', 1_335_923, 757_108, 399_406],
    ['2024-12', 1_407_530, 807_451, 417_067],
  ])('of %s come to the published totals over the areas', (month, type1, type3, admitted) => {
    expect(sum(rows, 'attendances_type_1', { month })).toBeCloseTo(type1, 1)
    expect(sum(rows, 'attendances_type_3', { month })).toBeCloseTo(type3, 1)
    expect(sum(rows, 'admissions_via_ae', { month })).toBeCloseTo(admitted, 1)
  })

  it('leave no major department without an area', () => {
    expect(sum(rows, 'attendances_type_1', { area: 'unmatched' })).toBe(0)
  })
})

describe('sickness absence rates by region', () => {
  const rows = read('nhs-sickness/region-rates.csv')

  it('has 155 months of England and eight others, as released in July 2022', () => {
    expect(new Set(rows.map(({ month }) => month)).size).toBe(155)
    expect(rows).toHaveLength(155 * 9)
    const released = '2022-07-28'
    expect(sum(rows, 'rate_percent', { released, region: 'England', month: '2009-04' })).toBe(3.97)
    expect(sum(rows, 'rate_percent', { released, region: 'England', month: '2022-02' })).toBe(5.61)
  })
})

describe('staff by nationality', () => {
  it.each([
    ['2017-09', 1_052_963.1],
    ['2018-06', 1_061_617.1],
  ])('of %s come to the published FTE, by group and by nationality', (month, fte) => {
    for (const file of ['staff.csv', 'nationalities.csv'])
      expect(sum(read(`nhs-nationality/${file}`), 'fte', { month })).toBeCloseTo(fte, 0)
  })

  it('with an EU or UK nationality come to England as published', () => {
    const rows = read('nhs-nationality/regions.csv')
    const england = { region: 'England', staff_group: 'all' }
    expect(sum(rows, 'headcount', { ...england, month: '2016-09', nationality_group: 'eu' })).toBe(59_796)
    expect(sum(rows, 'headcount', { ...england, month: '2017-04', nationality_group: 'uk' })).toBe(968_704)
  })
})

describe('the panel of trusts', () => {
  it('has 221 trusts in each of seven years, and 429 organisations with a stability index', () => {
    const staff = read('nhs-trust-panel/panel-fte.csv')
    expect(staff).toHaveLength(1_547)
    expect(staff.filter(({ year }) => year === '2009')).toHaveLength(221)
    expect(read('nhs-trust-panel/stability.csv')).toHaveLength(429)
  })

  it.each([
    ['consultants', 3_110],
    ['managers', 4_371],
    ['beds', 2_089],
    ['ae-waits', 1_379],
    ['treatment-waits', 1_331],
    ['finances', 2_183],
    ['inpatients', 3_245],
    ['providers', 431],
    ['pay-scales', 12],
    // 13 regions, 4, 12 and 32 staff groups, 100 variables.
    ['code-lists', 161],
  ])('has every row of %s: %d', (file, rows) => {
    expect(read(`nhs-trust-panel/${file}.csv`)).toHaveLength(rows)
  })

  // Sums of the files’ own columns.
  it.each([
    ['consultants-fte', '2009', 34_155.5],
    ['consultants-fte', '2018', 47_308],
    ['managers-fte', '2018', 33_464.7],
    ['waiting', '2018', 3_997_711],
    ['admissions', '2012', 15_145_609],
    ['episodes', '2018', 20_760_680],
    ['operating-income', '2018', 86_902_010],
  ])('comes to %s of %s over the areas and those unmatched', (measure, year, total) => {
    const own = read('nhs-trust-panel/by-area.csv')
    const found = sum(own, 'value', { measure, year })
    expect(Math.abs(found - total)).toBeLessThan(1)
    expect(own.filter((row) => row.measure === measure && row.year === year)).toHaveLength(43)
  })

  it('has no damaged code, and the four rows of the code put right', () => {
    for (const file of ['consultants', 'managers']) {
      const rows = read(`nhs-trust-panel/${file}.csv`)
      expect(rows.filter(({ organisation }) => organisation === '50')).toEqual([])
      expect(rows.filter(({ organisation }) => organisation === '5E1')).toHaveLength(4)
    }
  })
})

describe('the panel of integrated care boards', () => {
  const rows = read('icb-panel/panel.csv')
  const rates = read('icb-panel/primary-care-rates.csv')
  const acute = (year: string): readonly number[] =>
    rows
      .filter((row) => row.year === year && row.measure === 'workforce-acute')
      .map(({ value }) => Number(value))
  const mean = (values: readonly number[]): number =>
    values.reduce((total, value) => total + value, 0) / values.length

  it('has the 55 measures, four of them by role of primary care, of 42 boards in 19,992 rows', () => {
    const measures = new Set(rows.map(({ measure }) => measure))
    expect(measures.size + new Set(rates.map(({ role }) => role)).size).toBe(55)
    expect(rows.length + rates.length).toBe(19_992)
    expect(new Set(read('icb-panel/metrics.csv').map(({ measure }) => measure))).toEqual(measures)
    for (const measure of measures)
      expect(new Set(rows.filter((row) => row.measure === measure).map(({ area }) => area)).size).toBe(42)
  })

  it('has 18 values that are missing, with their reason, and 268 that are 0', () => {
    const missing = rows.filter(({ value }) => value === '')
    expect(missing).toHaveLength(18)
    expect(new Set(missing.map((row) => row.missing))).toEqual(new Set(['not-available']))
    expect(rows.filter(({ value }) => value === '0')).toHaveLength(268)
  })

  it('has acute staff per 100,000 from a mean of 1,245 in 2014 to 1,505 in 2023, between 645 and 2,189', () => {
    expect(mean(acute('2014'))).toBeCloseTo(1_245, -0.5)
    expect(mean(acute('2023'))).toBeCloseTo(1_505, -0.5)
    const all = rows.filter(({ measure }) => measure === 'workforce-acute').map(({ value }) => Number(value))
    expect([Math.round(Math.min(...all)), Math.round(Math.max(...all))]).toEqual([645, 2_189])
  })
})

describe('sickness absence rates by staff group, type and organisation', () => {
  const released = '2022-07-28'

  it('has 27 staff groups and details in each of 62 months', () => {
    const rows = read('nhs-sickness/staff-group-rates.csv')
    expect(rows).toHaveLength(27 * 62)
    const first = { released, month: '2017-01' }
    expect(sum(rows, 'rate_percent', { ...first, staff_group: 'all-staff-groups' })).toBe(4.66)
    expect(sum(rows, 'rate_percent', { ...first, staff_group: 'staff-grade', level: 'detail' })).toBe(4.86)
  })

  it('has 146 months by type of organisation', () => {
    const rows = read('nhs-sickness/organisation-type-rates.csv')
    expect(new Set(rows.map(({ month }) => month)).size).toBe(146)
    const last = { released, month: '2022-02' }
    expect(sum(rows, 'rate_percent', { ...last, organisation_type: 'england' })).toBe(5.61)
    expect(sum(rows, 'rate_percent', { ...last, organisation_type: 'ambulance' })).toBe(8.51)
  })

  it('has 523 organisations, three of them without a rate, as in rows 4 to 541 of the sheet', () => {
    const rows = read('nhs-sickness/organisation-rates.csv')
    expect(read('nhs-sickness/organisations.csv')).toHaveLength(523)
    expect(new Set(rows.map(({ region, organisation }) => `${region} ${organisation}`)).size).toBe(520)
    expect(sum(rows, 'apr', { released, organisation: 'RF4', year: '2013/14' })).toBe(3.73)
    expect(sum(rows, 'jan', { released, organisation: 'R1H', year: '2013/14' })).toBe(3.41)
  })
})

describe('staff by nationality and region', () => {
  const rows = read('nhs-nationality/region-nationalities.csv')

  // The publisher's own totals, 31 March.
  it.each([
    ['2016-03', 'headcount', 'all', 1_164_471],
    ['2017-03', 'headcount', 'eu', 61_934],
    ['2016-03', 'fte', 'all', 1_027_100],
    ['2017-03', 'fte', 'rest-of-world', 70_541],
    ['2017-03', 'fte', 'unknown', 70_270],
  ])('of England in %s, %s of group %s: %d', (month, unit, nationality_group, staff) => {
    const total = { month, unit, nationality_group, region: 'England', nationality: 'all' }
    expect(sum(rows, 'staff', total)).toBe(staff)
  })

  it('has England and 13 regions of Health Education England at two dates', () => {
    expect(new Set(rows.map(({ region }) => region)).size).toBe(14)
    expect(new Set(rows.map(({ month }) => month))).toEqual(new Set(['2016-03', '2017-03']))
  })
})

describe('the staff survey', () => {
  it('has 15 answers in each of five years, and says that Q11a was not asked in 2020', () => {
    const rows = read('nhs-staff-survey/wellbeing.csv')
    expect(rows).toHaveLength(15 * 5)
    const notAsked = rows.filter(({ missing }) => missing === 'not-asked')
    expect(new Set(notAsked.map(({ year }) => year))).toEqual(new Set(['2020']))
    const often = { question: 'q12b', response: 'often' }
    expect(sum(rows, 'share', { ...often, year: '2021' })).toBe(0.2735)
    expect(sum(rows, 'share', { ...often, year: '2024' })).toBe(0.238)
  })

  it('has 11 statements about managers of 1,393 organisations and years', () => {
    const rows = read('nhs-staff-survey/management.csv')
    expect(rows).toHaveLength(11 * 1_393)
    // 7f and 7g were not asked of 161, 160 and 157 organisations in 2012 to 2014.
    expect(rows.filter(({ missing }) => missing === 'not-asked')).toHaveLength(2 * (161 + 160 + 157))
    expect(rows.filter(({ missing }) => missing === 'not-available')).toHaveLength(0)
    // 48.54881266 % agree and 15.83113456 % strongly.
    expect(sum(rows, 'agree_percent', { year: '2012', organisation: 'RBS', question: 'q7a' })).toBe(64.4)
  })
})
