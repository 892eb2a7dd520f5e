import { describe, expect, it } from 'vitest'
import { buildBaseYear } from '../../src/base-year/build-base-year.ts'
import { AGES, CELLS, SEXES } from '../../src/domain/cohort.ts'
import { readInputs } from '../../src/pipeline/read-inputs.ts'
import { dataFiles } from '../support/data-files.ts'

const { reference, statistics, book, base, model } = readInputs(dataFiles(), 20)
const areas = reference.areas.length

const stockOf = (o: number): number =>
  base.heads.subarray(o * CELLS * areas, (o + 1) * CELLS * areas).reduce((a, b) => a + b, 0)

describe('leaver and joiner rates at the base', () => {
  it('twelve times the month’s leavers over mean staff, times the factor: nurses by hand', () => {
    // Turnover file, October 2025: 3,107 leavers, 422,474 staff at the start and 424,625 at the end.
    const factor = book.annualisation.get('nurses-health-visitors')!.leaverFactor
    const o = reference.occupations.findIndex(({ code }) => code === 'adult-nurses')
    expect(base.leaverRate[o]).toBeCloseTo(((12 * 3107) / ((422474 + 424625) / 2)) * factor, 10)
  })

  it('consultants leave at their own published rate, the other doctors at what that leaves of the group’s', () => {
    // HL4444: 4.9 % in the year to September 2024. Turnover file: 789 of 84,598 and 84,845 doctors left.
    const factor = book.annualisation.get('hchs-doctors')!.leaverFactor
    const [own, rest] = ['consultants', 'specialty-doctors'].map((code) =>
      reference.occupations.findIndex((occupation) => occupation.code === code),
    ) as [number, number]
    expect(base.leaverRate[own]).toBe(0.049)
    const leavers = base.leaverRate[own]! * stockOf(own) + base.leaverRate[rest]! * stockOf(rest)
    expect(leavers / 84845).toBeCloseTo(((12 * 789) / ((84598 + 84845) / 2)) * factor, 9)
    expect(base.leaverRate[rest]).toBeGreaterThan(base.leaverRate[own]!)
  })
})

describe('a rate of one occupation within a group', () => {
  it('is refused, with file and row, where it leaves nothing for the others', () => {
    const own = book.turnover.get('consultants')!
    const turnover = new Map(book.turnover).set('consultants', { ...own, leaverRate: 0.5 })
    expect(() => buildBaseYear(reference, statistics, { ...book, turnover })).toThrow(
      /turnover-rates\.csv, row 2.*leaver_rate/,
    )
  })
})

describe('staff and registers', () => {
  it('has fewer pharmacists and technicians in the NHS than the register has in England', () => {
    // General Pharmaceutical Council, September 2025: 56,981 pharmacists and 22,853 technicians in England.
    const rows = (dataFiles().get('statistics/pharmacy-register/registrants.csv') ?? '').split('\n')
    for (const [profession, code, people] of [
      ['pharmacist', 'pharmacists', 56981],
      ['pharmacy-technician', 'pharmacy-technicians', 22853],
    ] as const) {
      expect(rows).toContain(`2025-09,${profession},england,${people}`)
      const o = reference.occupations.findIndex((occupation) => occupation.code === code)
      expect(stockOf(o)).toBeLessThan(people)
      expect(stockOf(o)).toBeGreaterThan(0.1 * people)
    }
  })
})

describe('the resolved model', () => {
  it('shares and profiles add up to 1', () => {
    for (const profile of [model.profileTraining, model.profileInternational, model.profileOpen])
      for (let o = 0; o < model.occupations; o++)
        expect(profile.subarray(o * CELLS, (o + 1) * CELLS).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
    for (let o = 0; o < model.occupations; o++)
      expect(model.trainingArea.subarray(o * areas, (o + 1) * areas).reduce((a, b) => a + b, 0)).toBeCloseTo(
        1,
        12,
      )
  })

  it('activity and the labour pool start at 1 and stay within belief over twenty years', () => {
    const points = model.years + 1
    for (const values of [model.activity, model.pool])
      for (let i = 0; i < values.length; i++) {
        if (i % points === 0) expect(values[i]).toBe(1)
        expect(values[i]!).toBeGreaterThan(0.5)
        expect(values[i]!).toBeLessThan(2.5)
      }
  })

  it('no cell of the base year is negative and every array has its full size', () => {
    expect(model.heads).toHaveLength(model.occupations * SEXES.length * AGES * areas)
    expect(model.heads.every((value) => value >= 0)).toBe(true)
  })

  it('the population is the published one: England at mid-2022', () => {
    // ONS mid-2022 estimates for health geographies: 57,106,398 people in England, 1,424,871 aged 85 and over.
    const people = [...statistics.population.values()]
    expect(people.flat().reduce((a, b) => a + b, 0)).toBe(57106398)
    expect(people.flatMap((ages) => ages.slice(85)).reduce((a, b) => a + b, 0)).toBe(1424871)
  })
})
