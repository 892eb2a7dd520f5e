import { beforeAll, describe, expect, it } from 'vitest'
import { readAreaSettings } from '../../src/datasets/read-area-settings.ts'
import type { AreaFact } from '../../src/domain/area-fact.ts'
import type { InputFiles } from '../../src/domain/input-files.ts'
import { readAreaFacts } from '../../src/pipeline/area-facts.ts'
import { populationByAge, staffByAge } from '../../src/pipeline/people-by-age.ts'
import { type Inputs, readInputs } from '../../src/pipeline/read-inputs.ts'
import { dataFiles } from '../support/data-files.ts'

let files: InputFiles
let inputs: Inputs
let facts: ReadonlyMap<string, AreaFact>

beforeAll(() => {
  files = dataFiles()
  inputs = readInputs(files, 1)
  const settings = readAreaSettings(files, inputs.reference)
  facts = new Map(readAreaFacts(files, inputs, settings).map((fact) => [fact.code, fact]))
})

const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0)
const everybody = (people: { readonly women: readonly number[]; readonly men: readonly number[] }): number =>
  sum(people.women) + sum(people.men)

describe('people by age', () => {
  it('of the staff are all the heads of the base year', () => {
    const all = { level: 'all', code: 'all' } as const
    expect(everybody(staffByAge(inputs, 'ENG', all))).toBeCloseTo(sum([...inputs.base.heads]), 4)
  })

  it('add up: sectors to everybody, regions and areas to England', () => {
    const all = { level: 'all', code: 'all' } as const
    const whole = everybody(staffByAge(inputs, 'ENG', all))
    const { sectors, regions, areas } = inputs.reference
    const bySector = sectors.map(({ code }) =>
      everybody(staffByAge(inputs, 'ENG', { level: 'sector', code })),
    )
    expect(sum(bySector)).toBeCloseTo(whole, 4)
    for (const places of [regions, areas])
      expect(sum(places.map(({ code }) => everybody(staffByAge(inputs, code, all))))).toBeCloseTo(whole, 4)
  })

  it('of the population are the published residents, women and men apart', () => {
    const { women, men } = populationByAge(inputs, 'QJK')
    expect(sum(women)).toBeCloseTo(sum([...inputs.statistics.population.get('QJK/female')!]), 6)
    expect(sum(men)).toBeCloseTo(sum([...inputs.statistics.population.get('QJK/male')!]), 6)
    expect(women).toHaveLength(91)
  })
})

describe('what is published of an area', () => {
  it('names where each figure comes from, and covers the areas', () => {
    expect(facts.size).toBeGreaterThan(15)
    for (const { code, source, values } of facts.values()) {
      expect(source, code).toMatch(/\w, \w/)
      expect(values.size, code).toBeGreaterThan(20)
    }
  })

  it('is what the table of pay holds', () => {
    const row = files
      .get('statistics/earnings/area-pay.csv')
      ?.split('\n')
      .find((line) => line.startsWith('2021-provisional,full-time,QJK,'))
    expect(facts.get('pay-full-time')?.values.get('QJK')).toBe(Number(row?.split(',')[3]))
  })

  it('is what the newest table of social care vacancies holds', () => {
    const lines = files.get('statistics/social-care-vacancy/area-vacancy.csv')?.split('\n') ?? []
    const newest =
      lines
        .map((line) => line.slice(0, 7))
        .filter((year) => /^\d{4}\//.test(year))
        .sort()
        .at(-1) ?? ''
    const row = lines.find((line) => line.startsWith(`${newest},QJK,`))
    expect(facts.get('care-vacancy')?.period).toBe(newest)
    expect(facts.get('care-vacancy')?.values.get('QJK')).toBe(Number(row?.split(',')[2]))
  })

  it('puts the old where they live: more people over 65 in Devon than in North East London', () => {
    const older = facts.get('aged-65')!.values
    expect(older.get('QJK')!).toBeGreaterThan(2 * older.get('QMF')! * 0.9)
  })

  it('leaves out what is not in the data folder', () => {
    const without = new Map(files)
    without.delete('statistics/earnings/area-pay.csv')
    const codes = readAreaFacts(without, inputs, []).map(({ code }) => code)
    expect(codes).not.toContain('pay-full-time')
    expect(codes).not.toContain('coast')
    expect(codes).toContain('residents')
  })
})
