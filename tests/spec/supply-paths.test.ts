import { describe, expect, it } from 'vitest'
import { readInputs } from '../../src/pipeline/read-inputs.ts'
import { dataFiles } from '../support/data-files.ts'

const YEARS = 20
const { reference, statistics, book, base, model } = readInputs(dataFiles(), YEARS)
const areas = reference.areas.length
const index = (code: string): number =>
  reference.occupations.findIndex((occupation) => occupation.code === code)

describe('the residual flow', () => {
  it('starts from what the month leaves unexplained: nurses ended 695 higher than joiners less leavers', () => {
    const nurses = statistics.flows.filter(
      ({ staffGroup, unit }) => staffGroup === 'nurses-health-visitors' && unit === 'headcount',
    )
    const sum = (pick: 'opening' | 'closing' | 'joiners' | 'leavers'): number =>
      nurses.reduce((total, flow) => total + flow[pick], 0)
    expect(sum('closing') - sum('opening') - sum('joiners') + sum('leavers')).toBe(695)
    // Four such months a year are 0.65 % of 424,625; the model's moves into nursing explain more than half.
    const share = model.residual[index('adult-nurses') * areas * YEARS]!
    expect(share).toBeGreaterThan(0)
    expect(share).toBeLessThan((4 * 695) / 424625)
  })

  it('is the same in every area and occupation of a group and fades in a straight line over ten years', () => {
    const at = (o: number, r: number, y: number): number => model.residual[(o * areas + r) * YEARS + y]!
    const [adult, mental] = [index('adult-nurses'), index('mental-health-nurses')]
    for (let y = 0; y < YEARS; y++) {
      expect(at(adult, 7, y)).toBeCloseTo(at(adult, 0, 0) * Math.max(0, 1 - y / 10), 15)
      expect(at(mental, 0, y)).toBe(at(adult, 0, y))
    }
  })

  it('is nothing outside the turnover file', () => {
    for (const [o, { staffGroup }] of reference.occupations.entries())
      if (!book.residual.has(staffGroup))
        expect(
          model.residual.subarray(o * areas * YEARS, (o + 1) * areas * YEARS).every((v) => v === 0),
        ).toBe(true)
  })
})

describe('the pension age', () => {
  it('rises from 66 to 67 between the Aprils of 2026 and 2028: a quarter, three quarters, all of the effect', () => {
    expect(base.year).toBe(2026)
    for (const { path, target, strength } of model.effects) {
      if (target !== 'retire') continue
      expect(path[0]! / path[2]!).toBeCloseTo(0.25, 12)
      expect(path[1]! / path[2]!).toBeCloseTo(0.75, 12)
      expect(path.subarray(2).every((value) => value === path[2])).toBe(true)
      expect(strength).toEqual({ kind: 'triangular', low: -0.9, mode: -0.6, high: -0.3 })
    }
  })

  it('touches the share of retirements that are at 66, every occupation once', () => {
    const effects = model.effects.filter(({ id }) => id.startsWith('pension-age'))
    const members = effects.flatMap((effect) => [...effect.members]).sort((a, b) => a - b)
    // Resident doctors and GP trainees have nobody of 65 and over.
    const young = ['resident-doctors', 'gp-trainees']
    expect(members).toEqual(
      [...reference.occupations.keys()].filter((o) => !young.includes(reference.occupations[o]!.code)),
    )
    for (const { path, id } of effects) {
      expect(path[5], id).toBeGreaterThan(0)
      expect(path[5], id).toBeLessThan(0.25)
    }
  })
})

describe('FTE per head', () => {
  it('falls for GPs by less each year, from 0.8 %, and stays for all others', () => {
    const points = YEARS + 1
    const path = (code: string) =>
      model.participationPath.subarray(index(code) * points, (index(code) + 1) * points)
    const gps = path('general-practitioners')
    expect(gps[0]).toBe(1)
    expect(gps[1]).toBeCloseTo(0.992, 12)
    expect(gps[2]! / gps[1]!).toBeCloseTo(1 - 0.0072, 12)
    expect(gps[20]).toBe(gps[10])
    expect(path('midwives').every((value) => value === 1)).toBe(true)
  })
})

describe('arrivals from abroad', () => {
  it('go to regions as staff from abroad do: London’s share is that of 45,000 of 177,000', () => {
    // NHS Digital, March 2017, headcount: 132,498 British of 177,458 of known nationality in London.
    expect(statistics.abroad.get('Y56')).toBeCloseTo(1 - 132498 / 177458, 9)
  })

  it('take more of London’s joiners than of the North’s, and all of England’s arrivals find an area', () => {
    const o = index('adult-nurses')
    const part = (values: Float64Array, region: string): number =>
      reference.areas.reduce(
        (sum, area, r) => (area.region === region ? sum + values[o * areas + r]! : sum),
        0,
      )
    expect(part(model.internationalArea, 'Y56') / part(model.trainingArea, 'Y56')).toBeGreaterThan(1.5)
    expect(part(model.internationalArea, 'Y63') / part(model.trainingArea, 'Y63')).toBeLessThan(0.7)
    const regions = reference.regions.reduce((sum, { code }) => sum + part(model.internationalArea, code), 0)
    expect(regions).toBeCloseTo(1, 12)
  })
})
