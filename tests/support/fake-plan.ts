import type { Plan, PlanRequest } from '../../src/domain/plan.ts'

/** A made-up plan for midwives and paramedics: the second falls short. */
export function fakePlan(request: PlanRequest): Plan {
  const years = [2027, 2028, 2029]
  const setting = { base: 1000, name: 'Midwifery degree', code: 'midwifery', lever: 'places' } as const
  const target = { name: 'Midwives', code: 'midwives', target: 0.9, unplanned: 0.7 } as const
  return {
    request,
    baseYear: 2026,
    from: 2036,
    until: 2041,
    limits: {
      'discount-rate': 0.035,
      'places-growth': 0.1,
      'places-step': 20,
      'places-fall': 0,
      'places-floor': 1,
      'arrivals-growth': 0.25,
      'arrivals-step': 20,
      'arrivals-floor': 0.5,
      'international-share': 0.1,
      'international-share-year': 2035,
      'retention-rise': 0.25,
      'pay-growth': 0.01,
    },
    settings: [
      ...years.map((year, k) => ({ ...setting, year, value: 1000 + 100 * k })),
      ...years.map((year) => ({ ...setting, code: 'unchanged', year, value: 1000 })),
    ],
    targets: [
      { ...target, year: 2041, planned: 0.9, confirmed: 0.9, shortfall: 0 },
      {
        ...target,
        code: 'paramedics',
        name: 'Paramedics',
        year: 2041,
        planned: 0.85,
        confirmed: 0.8502,
        shortfall: 1234,
      },
    ],
    cost: { total: 6e9, places: 1e9, arrivals: -1e8, retention: 1e8, pay: 0, staff: 5e9 },
    binding: [
      {
        kind: 'placements',
        code: 'midwifery',
        name: 'Midwifery degree',
        years: [2028, 2029],
        worth: 4321,
        shortfall: 0,
      },
      {
        kind: 'places-growth',
        code: 'paramedic-science',
        name: 'Paramedic science degree',
        years: [2027],
        worth: 0,
        shortfall: 2.5,
      },
    ],
    unreached: ['Consultants'],
    leftOut: ['Care workers'],
    iterations: 7,
    confirmation: { areas: 42, difference: 0.0002 },
    scenario: 'headroom: scenario/1\ntitle: A plan\ndescription: Of a test.\n',
  }
}
