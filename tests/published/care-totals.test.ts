import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../src/datasets/workbook.ts'
import { dataFiles } from '../support/data-files.ts'
import { SHARED, sharedFiles } from '../support/shared-files.ts'

const files = dataFiles()
const table = (file: string): Record<string, string>[] =>
  parse(files.get(`statistics/${file}`) ?? '', { columns: true })

describe('control totals of social care, labour market and primary care', () => {
  it.each([
    ['2b', 6035, 17],
    ['2c', 65_060, 592.5],
  ])('admissions %s of 2024/25 add up to England’s %d, %d per 100,000', (measure, people, rate) => {
    const rows = table('social-care-outcomes/council-outcomes-2024-25.csv')
    const sum = (part: string): number =>
      rows
        .filter((row) => row.measure === `${measure}-${part}`)
        .reduce((total, { value }) => total + Number(value), 0)
    expect(Math.abs(sum('numerator') / people - 1)).toBeLessThan(0.01)
    expect(Math.abs((100_000 * sum('numerator')) / sum('denominator') / rate - 1)).toBeLessThan(0.01)
  })

  it('gives a rate of admissions in every area', () => {
    const rows = table('social-care-outcomes/area-outcomes-2024-25.csv')
    expect(rows.filter(({ measure }) => measure === '2c')).toHaveLength(42)
  })

  it('adds the vacancies of districts up to those of 149 councils, of the size of the others', () => {
    const rows = table('social-care-vacancy/council-vacancy.csv')
    expect(rows).toHaveLength(149)
    expect(rows.reduce((sum, { districts }) => sum + Number(districts), 0)).toBe(315)
    const mean = (isCounty: boolean): number => {
      const own = rows.filter(({ districts }) => Number(districts) > 1 === isCounty)
      return own.reduce((sum, { vacancy }) => sum + Number(vacancy), 0) / own.length
    }
    expect(mean(true) / mean(false)).toBeGreaterThan(0.7)
    expect(mean(true) / mean(false)).toBeLessThan(1.5)
  })

  it.each(['2009/10', '2013/14'])('has the weeks of care homes of %s from two sources that agree', (year) => {
    const measures = table('social-care-activity/measures.csv').filter((row) => row.year === year)
    const england = (measure: string): number =>
      Number(measures.find((row) => row.measure === measure)?.england)
    const areas = table('social-care-activity/area-provision.csv').filter(
      (row) => row.year === year && row.setting === 'residential',
    )
    expect(areas).toHaveLength(42)
    const sum = (part: 'in_house' | 'external'): number =>
      areas.reduce((total, row) => total + Number(row[part]), 0)
    // Councils and areas are rounded one by one, to 5 and to 1.
    expect(Math.abs(sum('in_house') - england('D1.2'))).toBeLessThan(50)
    expect(Math.abs(sum('external') - england('D1.3'))).toBeLessThan(50)
  })

  it('loses no week of support on the way from councils to areas', () => {
    const rows = table('social-care-activity/area-weeks.csv')
    const sum = (wanted: Record<string, string>): number =>
      rows
        .filter((row) => Object.entries(wanted).every(([column, value]) => row[column] === value))
        .reduce((total, { weeks }) => total + Number(weeks), 0)
    // England in the unit costs of 2014/15, and in the finance return of 2016/17.
    expect(Math.abs(sum({ year: '2014/15', age: '18+', provision: 'all' }) - 11_037_393)).toBeLessThan(25)
    const nursing = { year: '2016/17', age: '65+', setting: 'nursing', provision: 'external' }
    expect(Math.abs(sum(nursing) - 2_640_002.8)).toBeLessThan(25)
    const councils = table('social-care-activity/council-expenditure.csv')
    const areas = table('social-care-activity/area-expenditure.csv')
    const spent = (of: Record<string, string>[]): number =>
      of.reduce((total, row) => total + Number(row.gross_current), 0)
    expect(spent(areas) / spent(councils)).toBeCloseTo(1, 5)
  })

  it.skipIf(SHARED === null)('finds the weeks of 2016/17 in the rows without names as well', () => {
    const [file = ''] = sharedFiles('asc', /^goodair_.*\.csv$/)
    const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true })
    expect(rows).toHaveLength(18_477)
    const nameless = rows.filter((row) => row.DH_GEOGRAPHY_NAME === 'NA')
    expect(nameless).toHaveLength(1208)
    const weeks = nameless
      .filter((row) => row.SupportSetting === 'Nursing' && row.ActivityProvision === 'External')
      .reduce((sum, row) => sum + Number(row.ITEMVALUE), 0)
    expect(weeks).toBeCloseTo(2_640_002.77, 1)
  })

  it('has the medians of staff turnover that the Office for Local Government gives', () => {
    const medians = table('social-care-measures/measures.csv').filter(({ measure }) => measure === 'ASC7')
    expect(medians.map(({ median }) => Number(median).toFixed(1))).toEqual([
      '26.3',
      '29.0',
      '30.3',
      '31.0',
      '28.3',
      '28.6',
      '28.0',
    ])
    const councils = table('social-care-measures/council-measures.csv')
    expect(councils).toHaveLength(6376)
    expect(councils.filter(({ value }) => value === '')).toHaveLength(298)
    expect(councils.filter(({ missing }) => missing === 'blank')).toHaveLength(298)
  })

  it('counts each care location of the county once', () => {
    const rows = table('care-directory/council-locations.csv')
    const homes = rows.find(({ service }) => service === 'care-home')
    expect(rows.reduce((sum, { locations }) => sum + Number(locations), 0)).toBe(478)
    expect(homes).toMatchObject({ locations: '262', outstanding: '16', inadequate: '3' })
  })

  it('keeps five releases of inactivity apart', () => {
    const rows = table('inactivity/inactivity.csv').filter(({ reason }) => reason === 'long-term-sick')
    expect([...new Set(rows.map(({ vintage }) => vintage))]).toEqual([
      '2017-01',
      '2020-01',
      '2020-07',
      '2022-01',
      '2022-05',
    ])
    const of = (vintage: string, quarter: string): string | undefined =>
      rows.find((row) => row.vintage === vintage && row.quarter === quarter)?.people
    expect(of('2022-05', '2022-01/2022-03')).toBe('2308226')
    expect(of('2022-01', '2022-01/2022-03')).toBeUndefined()
  })

  it('has every starts cell of apprenticeships, 369 of 728 suppressed', () => {
    const rows = table('apprenticeships/by-subject.csv')
    expect(rows).toHaveLength(728)
    expect(rows.filter((row) => row.starts_missing === 'suppressed')).toHaveLength(369)
  })

  it('has the pharmacy register, the running total of June 2025 corrected from 157 to what the months add up to', () => {
    expect(table('pharmacy-register/registrants.csv')).toHaveLength(56)
    const joiners = table('pharmacy-register/joiners.csv').filter(
      ({ profession }) => profession === 'pharmacist',
    )
    expect(joiners.reduce((sum, row) => sum + Number(row.joiners), 0)).toBe(2063)
    expect(joiners.find(({ month }) => month === '2025-06')?.published_total).toBe(String(55 + 24 + 31))
  })

  it('adds up GPs by contract', () => {
    const england = table('gp-earnings/gp-earnings.csv').filter(
      (row) => row.year === '2023' && row.country === 'England' && row.split === 'all',
    )
    const people = (contract: string): number =>
      Number(england.find((row) => row.role === 'combined' && row.contract === contract)?.people)
    expect(Math.abs(people('GMS') + people('PMS') - people('GPMS'))).toBeLessThanOrEqual(100)
  })

  it.skipIf(SHARED === null)('reads each of the 860 suppressed cells of all employees as such', async () => {
    const [file = ''] = sharedFiles('labour-market', /^ASHE.*\.xls$/)
    const { sheets } = await readWorkbook(readFileSync(file), path.basename(file))
    const cells = sheets.find(({ name }) => name === 'All')?.rows.flat() ?? []
    expect(cells.filter((cell) => cell === 'x')).toHaveLength(860)
    const rows = table('earnings/council-pay.csv').filter(({ employees }) => employees === 'all')
    expect(rows).toHaveLength(152)
    expect(rows.filter(({ missing }) => missing === 'suppressed')).toHaveLength(2)
  })
})
