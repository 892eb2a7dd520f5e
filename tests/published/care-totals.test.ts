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
