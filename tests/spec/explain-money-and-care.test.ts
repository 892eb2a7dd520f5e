import { describe, expect, it } from 'vitest'
import type { ExplainedInput } from '../../src/domain/explanation.ts'
import { explainFigure } from '../../src/pipeline/explain-figure.ts'
import { readScenarioInputs } from '../../src/pipeline/read-scenario-inputs.ts'
import { dataFiles } from '../support/data-files.ts'

const files = dataFiles()
const inputs = readScenarioInputs(files, 'no-change', 1)
const explain = (code: string, measure: string): readonly ExplainedInput[] =>
  explainFigure(files, inputs, null, { year: inputs.base.year, area: 'ENG', code, measure }).inputs
const places = (found: readonly ExplainedInput[]): string[] =>
  found.flatMap(({ place }) => /data\/assumptions\/(.*)\.csv/.exec(place ?? '')?.[1] ?? [])

describe('explaining money and unpaid care', () => {
  it('walks a pay bill back to the pay, prices and training of its occupation', () => {
    const found = explain('midwives', 'pay_bill')
    expect(places(found)).toEqual(
      expect.arrayContaining(['prices', 'pay', 'pay-paths', 'temporary-staff', 'training-costs']),
    )
    expect(found.find(({ name }) => name.startsWith('Pay of midwives'))?.value).toMatch(/^£44,500 a year/)
    expect(found.every(({ origin }) => origin.publisher !== '')).toBe(true)
  })

  it('gives a sector the paths of pay, without one occupation’s pay', () => {
    const found = places(explain('social-care', 'net_cost'))
    expect(found).toContain('pay-paths')
    expect(found).not.toContain('pay')
    expect(places(explain('all', 'net_cost')).filter((table) => table === 'pay-paths')).toHaveLength(3)
  })

  it('walks hours of unpaid care back to the census and to what staff give', () => {
    const found = explain('unpaid-care', 'unpaid_hours')
    const tables = places(found)
    for (const [table, rows] of [
      ['care-hours', 5],
      ['unpaid-carers', 4],
      ['care-need', 2],
      ['formal-care', 6],
      ['care-response', 1],
      ['uncertainty', 2],
    ] as const)
      expect(tables.filter((name) => name === table).length, table).toBe(rows)
  })

  it('names neither for measures of staff', () => {
    const found = places(explain('midwives', 'supply_fte'))
    for (const table of ['pay', 'care-hours']) expect(found).not.toContain(table)
  })

  it('parts the weight of children’s therapies over their tiers', () => {
    const tiers = explain('speech-and-language-therapists', 'need_fte').filter(({ name }) =>
      /^Weight of children’s therapies, .* tier/.test(name),
    )
    expect(tiers).toHaveLength(3)
    const total = tiers.reduce((sum, { value }) => sum + Number.parseFloat(value), 0)
    expect(total).toBeCloseTo(55, 1)
  })
})
