import { describe, expect, it } from 'vitest'
import { fakePlan } from '../../../tests/support/fake-plan.ts'
import type { Plan, PlanRequest } from '../../domain/plan.ts'
import { sayAnswer, sayPlan } from './say-plan.ts'

const REQUEST: PlanRequest = {
  coverage: 0.95,
  quantile: 80,
  years: 15,
  from: null,
  occupations: [],
  draws: 100,
  seed: 1,
  limits: {},
  countStaffPay: false,
}
const plan: Plan = fakePlan(REQUEST)
const [midwives, paramedics] = plan.targets

describe('the answer in a sentence', () => {
  it.each([
    [
      'all can be met',
      [midwives!, { ...paramedics!, shortfall: 0.4 }],
      [
        'It can be done within the limits: both occupations planned for cover 95% of need in 80 of 100 runs, from March 2036 to March 2041.',
      ],
    ],
    [
      'the only one can be met',
      [midwives!],
      [
        'It can be done within the limits: midwives cover 95% of need in 80 of 100 runs, from March 2036 to March 2041.',
      ],
    ],
    [
      'some fall short',
      [midwives!, paramedics!],
      [
        'The limits don’t allow all of it: 1 of 2 occupations can’t cover 95% of need in 80 of 100 runs, from March 2036 to March 2041.',
        'The plan comes as near as the limits let it. Furthest short: paramedics, by about 1,230 full-time staff in 2041.',
      ],
    ],
    [
      'the only one falls short',
      [paramedics!],
      [
        'The limits don’t allow it: paramedics can’t cover 95% of need in 80 of 100 runs, from March 2036 to March 2041.',
        'The plan comes as near as they let it, about 1,230 full-time staff in 2041 short.',
      ],
    ],
  ])('%s', (_, targets, sentences) => expect(sayAnswer({ ...plan, targets })).toEqual(sentences))

  it('says so of a target in one year, and of as much as today', () => {
    const today = { ...plan, targets: [midwives!], from: 2041, request: { ...REQUEST, coverage: null } }
    expect(sayAnswer(today)).toEqual([
      'It can be done within the limits: midwives cover no less of need than today in 80 of 100 runs, in March 2041.',
    ])
  })
})

describe('what the plan does', () => {
  it('adds people up over the programmes that it changes', () => {
    expect(sayPlan(plan)[0]).toBe(
      'Training: 1 programme takes in 1,200 people in the year from March 2029, where it would be 1,000 as now.',
    )
    expect(sayPlan(plan)[1]).toBe('From abroad: as today.')
  })

  it('says the strongest retention and pay', () => {
    const setting = { code: 'care-workers', name: 'Care workers', base: 0 }
    const settings = [
      { ...setting, lever: 'retention', year: 2027, value: 0.25 } as const,
      { ...setting, lever: 'retention', year: 2028, value: 0.5 } as const,
      { ...setting, lever: 'pay', year: 2027, value: 0.0075 } as const,
    ]
    expect(sayPlan({ ...plan, settings }).slice(2, 4)).toEqual([
      'Keeping staff: employers of 1 occupation join the retention programme, for up to 50% of their staff.',
      'Pay: raises beyond its path for 1 occupation, up to 0.8% a year.',
    ])
  })

  it('says what it costs, or saves, and what is in that', () => {
    expect(sayPlan(plan)[4]).toBe(
      'Cost: about £6bn more than going on as now, from 2026 to 2041 together, without the pay of the staff it adds; a pound counts 3.5% less for every year ahead.',
    )
    const cheaper = { ...plan, cost: { ...plan.cost, total: -123_456_789 } }
    expect(sayPlan(cheaper)[4]).toMatch(/^Cost: about £123m less than going on as now/)
  })
})
