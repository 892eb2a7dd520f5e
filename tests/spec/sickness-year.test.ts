import { describe, expect, it } from 'vitest'
import { readSickness } from '../../src/datasets/read-sickness.ts'

const ABSENCE = 'statistics/nhs-sickness/absence.csv'
const RATES = 'statistics/nhs-sickness/region-rates.csv'

const absence = (months: readonly string[], rate: number): string =>
  [
    'month,area,fte_days_lost,fte_days_available',
    ...months.map((month) => `${month},QKK,${rate * 1000},1000`),
  ].join('\n')
/** England: 4 % from April to December, 6 % from January to March. */
const rates = (year: number): string[] =>
  Array.from({ length: 12 }, (_, i) => {
    const month = ((i + 3) % 12) + 1
    const label = `${month < 4 ? year + 1 : year}-${String(month).padStart(2, '0')}`
    return `2022-07-28,${label},England,${month < 4 ? 6 : 4}`
  })
const files = (months: readonly string[], rate: number): ReadonlyMap<string, string> =>
  new Map([
    [ABSENCE, absence(months, rate)],
    [RATES, ['released,month,region,rate_percent', ...rates(2019), ...rates(2020).slice(0, 5)].join('\n')],
  ])
const spring = ['04', '05', '06', '07', '08', '09', '10', '11', '12'].map((month) => `2024-${month}`)

describe('sickness over a year', () => {
  it('carries nine months to a year by the seasons of the complete years: 4.5 / 4', () => {
    expect(readSickness(files(spring, 0.05), ['QKK']).get('QKK')).toBeCloseTo((0.05 * 4.5) / 4, 12)
  })

  it('leaves twelve months as they are, and takes the latest twelve of more', () => {
    const year = [...spring, '2025-01', '2025-02', '2025-03']
    expect(readSickness(files(year, 0.05), ['QKK']).get('QKK')).toBeCloseTo(0.05, 12)
    const table = files(['2023-04', ...year], 0.05)
      .get(ABSENCE)!
      .replace('2023-04,QKK,50', '2023-04,QKK,900')
    const found = readSickness(
      new Map([
        [ABSENCE, table],
        [RATES, files(year, 0).get(RATES)!],
      ]),
      ['QKK'],
    )
    expect(found.get('QKK')).toBeCloseTo(0.05, 12)
  })

  it('says so where no complete year tells the seasons', () => {
    const short = new Map(files(spring, 0.05))
    short.set(RATES, 'released,month,region,rate_percent\n2022-07-28,2019-04,England,4')
    expect(() => readSickness(short, ['QKK'])).toThrow('region-rates.csv')
  })
})
