import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { SERIES } from '../../src/datasets/registry.ts'
import type { SourceDescription } from '../../src/datasets/source-description.ts'
import { packageFolder } from '../../src/storage/package-folder.ts'

type Record = { readonly [column: string]: string }

const STATISTICS = path.join(packageFolder(), 'data', 'statistics')
const read = (file: string): readonly Record[] =>
  parse(readFileSync(path.join(STATISTICS, file)), { columns: true, bom: true })
const source = (series: string): SourceDescription =>
  JSON.parse(readFileSync(path.join(STATISTICS, series, 'source.json'), 'utf8'))
const values = (rows: readonly Record[], column: string): string[] =>
  [...new Set(rows.map((row) => row[column] ?? ''))].sort()
const sum = (rows: readonly Record[], column: string, where: Record = {}): number =>
  rows
    .filter((row) => Object.entries(where).every(([name, value]) => row[name] === value))
    .reduce((total, row) => total + Number(row[column]), 0)

const AREAS: readonly string[] = values(
  parse(readFileSync(path.join(packageFolder(), 'data', 'reference', 'areas.csv')), { columns: true }),
  'code',
)

describe.each(SERIES.map(({ code }) => code))('the tables of %s', (series) => {
  const { tables, editions } = source(series)

  it('are those that source.json describes', () => {
    const files = readdirSync(path.join(STATISTICS, series)).filter((name) => name.endsWith('.csv'))
    expect(tables.map(({ file }) => file).sort()).toEqual(files.sort())
  })

  it.each(tables)('$file has the columns described, and a value in every cell', ({ file, columns }) => {
    const rows = read(`${series}/${file}`)
    expect(Object.keys(rows[0] ?? {})).toEqual(columns.map(({ name }) => name))
    for (const { name, type, description } of columns) {
      // Suppressed figures are empty, with the reason beside them; their columns say so.
      const mayBeEmpty = /empty where missing$|^Why there is no/.test(description)
      const cells = rows.map((row) => row[name] ?? '').filter((cell) => !(mayBeEmpty && cell === ''))
      expect(cells.filter((cell) => cell === '')).toEqual([])
      if (type !== 'text') expect(cells.filter((cell) => !Number.isFinite(Number(cell)))).toEqual([])
      if (type === 'integer') expect(cells.filter((cell) => !Number.isInteger(Number(cell)))).toEqual([])
    }
  })

  it('come from files with checksums', () => {
    expect(editions.length).toBeGreaterThan(0)
    for (const { sha256, file, period } of editions)
      expect([sha256, file, period]).toEqual([
        expect.stringMatching(/^[0-9a-f]{64}$/),
        expect.stringMatching(/./),
        expect.stringMatching(/\d{4}/),
      ])
  })
})

describe('the areas of the tables', () => {
  it('are 42', () => expect(AREAS).toHaveLength(42))

  it.each([
    ['nhs-turnover/staff-flows.csv', []],
    ['nhs-sickness/absence.csv', ['QZZ']],
    ['gp-workforce/practice-panel.csv', ['unmatched']],
    ['nhs-ae-activity/activity.csv', ['unmatched']],
    ['nhs-ae-activity/trust-areas.csv', []],
    ['icb-panel/panel.csv', []],
    ['icb-panel/primary-care-rates.csv', []],
    ['pcn-workforce/staff.csv', []],
    ['population-estimates/icb-mid-2022.csv', []],
    ['population-projection/icb-snpp-2018.csv', []],
    ['social-care-turnover/area-turnover.csv', []],
    ['social-care-turnover/council-areas.csv', []],
  ])('%s has them all', (file, others) => {
    expect(values(read(file), 'area')).toEqual([...AREAS, ...others].sort())
  })
})

describe('the rows of the tables', () => {
  it.each([
    ['nhs-sickness/absence.csv', 'one for each month and area, and QZZ', 43, ['month']],
    ['icb-panel/primary-care-rates.csv', 'one for each year, area and role', 42 * 4, ['year']],
    ['pcn-workforce/staff.csv', 'one for each year, area and group', 42 * 3, ['year']],
    ['population-estimates/icb-mid-2022.csv', 'one for each area, sex and age', 42 * 2 * 91, ['year']],
    ['population-projection/icb-snpp-2018.csv', 'one for each area, sex and band', 2 * 19, ['area']],
    ['population-projection/england-variants.csv', 'one for each sex and band', 2 * 19, ['variant']],
  ])('%s: %s', (file, _, size, by) => {
    const rows = read(file)
    for (const value of values(rows, by[0] ?? ''))
      expect(rows.filter((row) => row[by[0] ?? ''] === value)).toHaveLength(size)
  })

  it('staff flows have headcount and FTE of each group, and the groups’ FTE add up to the total', () => {
    const rows = read('nhs-turnover/staff-flows.csv')
    const key = (row: Record): string => `${row.period} ${row.area} ${row.benchmark_group} ${row.staff_group}`
    const units = new Map<string, string>()
    for (const row of rows) units.set(key(row), `${units.get(key(row)) ?? ''} ${row.unit}`)
    expect([...new Set(units.values())]).toEqual([' headcount fte'])
    for (const area of AREAS) {
      const groups = rows.filter((row) => row.area === area && row.staff_group !== 'all')
      expect(sum(groups, 'closing', { unit: 'fte' })).toBeCloseTo(
        sum(rows, 'closing', { area, unit: 'fte', staff_group: 'all' }),
        2,
      )
    }
  })
})

/** Totals of the publishers' files, worked out from them by other means than ours. */
describe('the totals of the tables', () => {
  const flows = read('nhs-turnover/staff-flows.csv')
  const october = { period: '2025-09/2025-10', staff_group: 'all' }

  it.each([
    ['opening', 1_499_731, 1_328_733.53],
    ['closing', 1_501_545, 1_330_538.84],
    ['joiners', 16_845, 15_143.73],
    ['leavers', 15_122, 12_776.04],
  ])('NHS staff, September to October 2025, %s: %d people, %d FTE', (column, heads, fte) => {
    expect(sum(flows, column, { ...october, unit: 'headcount' })).toBe(heads)
    expect(sum(flows, column, { ...october, unit: 'fte' })).toBeCloseTo(fte, 2)
  })

  it('sickness, April 2024: 2,067,858.27 of 43,405,896.43 FTE days', () => {
    const absence = read('nhs-sickness/absence.csv')
    expect(sum(absence, 'fte_days_lost', { month: '2024-04' })).toBeCloseTo(2_067_858.27, 2)
    expect(sum(absence, 'fte_days_available', { month: '2024-04' })).toBeCloseTo(43_405_896.43, 2)
  })

  it.each([
    [2016, 27_372.5],
    [2017, 27_959.7],
    [2018, 27_628.7],
    [2019, 27_061.8],
    [2020, 26_862.7],
    [2021, 26_926],
    [2022, 26_926.8],
    [2023, 26_726.5],
    [2024, 26_561.2],
  ])('fully qualified GPs, %d: %d FTE, practices without an area included', (year, fte) => {
    const where = { year: String(year), role: 'gp-fully-qualified', unit: 'fte' }
    expect(sum(read('gp-workforce/practice-panel.csv'), 'value', where)).toBeCloseTo(fte, 1)
  })

  it('primary care networks, December 2021: 9,888 FTE', () => {
    expect(sum(read('pcn-workforce/staff.csv'), 'fte', { year: '2021' })).toBeCloseTo(9_888, -1)
    expect(sum(read('pcn-workforce/roles.csv'), 'fte', { census: '2021-12' })).toBeCloseTo(
      sum(read('pcn-workforce/staff.csv'), 'fte', { year: '2021' }),
      2,
    )
  })

  it('population of England, mid-2022: 57,106,398, of whom 1,424,871 are 85 and over', () => {
    const estimates = read('population-estimates/icb-mid-2022.csv')
    expect(sum(estimates, 'people')).toBe(57_106_398)
    expect(
      sum(
        estimates.filter(({ age }) => Number(age) >= 85),
        'people',
      ),
    ).toBe(1_424_871)
  })

  it.each([
    ['population-projection/icb-snpp-2018.csv', {}],
    ['population-projection/england-variants.csv', { variant: 'principal' }],
  ])(
    'projected population of England, mid-2022, in %s: 57,282,105, of whom 1,476,158 are 85 and over',
    (file, where) => {
      const rows = read(file)
      // Groups are published to one decimal: the sum of 195 of them is out by a few people.
      expect(Math.abs(sum(rows, 'y2022', where) - 57_282_105)).toBeLessThan(5)
      const old = ['85-89', '90+'].map((band) => sum(rows, 'y2022', { ...where, age_band: band }))
      expect(Math.abs((old[0] ?? 0) + (old[1] ?? 0) - 1_476_158)).toBeLessThan(2)
    },
  )

  it('the variants share their first year and then part', () => {
    const rows = read('population-projection/england-variants.csv')
    for (const variant of ['high', 'low'])
      for (const band of values(rows, 'age_band'))
        expect(sum(rows, 'y2018', { variant, age_band: band })).toBe(
          sum(rows, 'y2018', { variant: 'principal', age_band: band }),
        )
    const last = (variant: string): number => sum(rows, 'y2035', { variant })
    expect([last('low'), last('principal'), last('high')]).toEqual([57_519_433, 60_183_914, 62_441_882])
  })

  it('the principal variant and the areas agree in every band and year', () => {
    const areas = read('population-projection/icb-snpp-2018.csv')
    const england = read('population-projection/england-variants.csv')
    for (const band of values(areas, 'age_band'))
      for (const sex of ['female', 'male'])
        for (const year of ['y2018', 'y2026', 'y2035'])
          expect(
            Math.abs(
              sum(areas, year, { age_band: band, sex }) -
                sum(england, year, { age_band: band, sex, variant: 'principal' }),
            ),
          ).toBeLessThan(5)
  })

  it('no area’s projection for 2022 is far from its estimate', () => {
    const projected = read('population-projection/icb-snpp-2018.csv')
    const estimated = read('population-estimates/icb-mid-2022.csv')
    const ratios = AREAS.map((area) => sum(projected, 'y2022', { area }) / sum(estimated, 'people', { area }))
    // North Central London is the widest: its estimate fell by a tenth with the Census of 2021.
    expect(Math.min(...ratios)).toBeGreaterThan(0.94)
    expect(Math.max(...ratios)).toBeLessThan(1.1)
  })

  it.each([
    ['2023/24', 24.8],
    ['2024/25', 23.7],
  ])('social care turnover %s: the areas’ mean is near England’s %d %%', (year, percent) => {
    const rows = read('social-care-turnover/area-turnover.csv').filter((row) => row.year === year)
    expect(Math.abs((100 * sum(rows, 'turnover')) / rows.length - percent)).toBeLessThan(1.5)
  })

  it('the medians of council turnover are those the publisher prints', () => {
    const rows = read('social-care-turnover/council-turnover.csv')
    const median = (year: string): number => {
      const sorted = rows
        .filter((row) => row.year === year)
        .map(({ turnover }) => Number(turnover))
        .sort((a, b) => a - b)
      return (
        ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) +
          (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) /
        2
      )
    }
    const years = ['2016/17', '2017/18', '2018/19', '2019/20', '2020/21', '2021/22', '2022/23']
    expect(years.map((year) => Math.round(1000 * median(year)) / 10)).toEqual([
      26.3, 29.0, 30.3, 31.0, 28.3, 28.6, 28.0,
    ])
  })
})
