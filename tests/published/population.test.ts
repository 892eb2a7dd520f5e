import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { packageFolder } from '../../src/storage/package-folder.ts'

type Record = { readonly [column: string]: string }

const read = (file: string): readonly Record[] =>
  parse(readFileSync(path.join(packageFolder(), 'data', 'statistics', file)), { columns: true })
const sum = (rows: readonly Record[], column: string): number =>
  rows.reduce((total, row) => total + Number(row[column]), 0)

const projected = read('population-projection/icb-snpp-2018.csv')
const estimated = read('population-estimates/icb-mid-2022.csv').filter(({ year }) => year === '2022')
const components = read('population-components/area-components-2018.csv')
const districts = read('population-estimates-local/districts.csv')
const areas = read('population-estimates-local/area-estimates.csv')

describe('the 2018-based projection against the estimate of mid-2022, England', () => {
  // ONS, subnational population projections 2018-based, Table 3; ONS, health geographies, mid-2022.
  it.each([
    ['all ages', () => true, () => true, 57_282_105, 57_106_398, 0.31],
    [
      '85 and over',
      ({ age_band = '' }: Record) => /^(85|90)/.test(age_band),
      ({ age }: Record) => Number(age) >= 85,
      1_476_158,
      1_424_871,
      3.6,
    ],
  ])('%s', (_, isProjected, isEstimated, projection, estimate, errorPercent) => {
    const [made, known] = [
      sum(projected.filter(isProjected), 'y2022'),
      sum(estimated.filter(isEstimated), 'people'),
    ]
    // Groups are published to one decimal, and areas kept to one.
    expect(Math.abs(made - projection)).toBeLessThan(10)
    expect(known).toBe(estimate)
    expect(100 * (made / known - 1)).toBeCloseTo(errorPercent, 1)
  })

  it('is the same by cause as by age', () => {
    const population = components.filter(({ component }) => component === 'population')
    expect(Math.abs(sum(population, 'y2022') - 57_282_105)).toBeLessThan(10)
  })
})

describe('components of change, England, 2018-based', () => {
  // ONS, subnational population projections 2018-based, Table 5, persons, year to mid-2019.
  it.each([
    ['births', 617_651],
    ['deaths', 484_663],
    ['net-migration', 227_551],
    ['international-in', 538_500],
  ])('%s to mid-2019: %d', (component, published) => {
    const rows = components.filter((row) => row.component === component)
    expect(Math.abs(sum(rows, 'y2019') - published)).toBeLessThan(20)
  })
})

describe('estimates by local authority, England', () => {
  // ONS, MYE2, mid-2015 and mid-2020 as first published.
  it.each([
    ['2015', 27_757_041, 27_029_286],
    ['2020', 28_567_320, 27_982_818],
  ])('mid-%s', (year, female, male) => {
    const ofYear = districts.filter((row) => row.year === year)
    expect([sum(ofYear, 'female'), sum(ofYear, 'male')]).toEqual([female, male])
    const people = sum(
      areas.filter((row) => row.year === year),
      'people',
    )
    expect(Math.abs(people - female - male)).toBeLessThan(10)
  })

  // ONS, MYE5, mid-2020.
  it.each([
    ['Birmingham', 4259.01],
    ['Cornwall', 161.7],
  ])('people per square kilometre in %s: %d', (name, published) => {
    const row = districts.find((candidate) => candidate.name === name && candidate.year === '2020')
    const density = (Number(row?.female) + Number(row?.male)) / Number(row?.land_km2)
    expect(Math.round(100 * density) / 100).toBe(published)
  })

  it('puts the whole of Cornwall, and no more, in its area', () => {
    const ofArea = read('population-estimates-local/area-density.csv').find(({ area }) => area === 'QT6')
    const own = districts.filter(
      ({ name = '', year }) => year === '2020' && /^(Cornwall|Isles of Scilly)$/.test(name),
    )
    expect(Number(ofArea?.people)).toBe(sum(own, 'female') + sum(own, 'male'))
  })
})
