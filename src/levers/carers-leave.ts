import type { Lever } from './lever.ts'

/** Paid leave for employees who care for someone. */
export const carersLeave: Lever = {
  code: 'carers-leave',
  title: 'Carer’s leave',
  shift: 'parity',
  summary:
    'Paid leave for employees who care for a relative, at four fifths of average earnings, as in Poland.',
  setting: { unit: 'weeks a year', min: 0, max: 8, meaning: 'weeks of paid leave a year' },
  scope: 'none',
  evidence: 'judged',
  basis: 'Leave helps carers to keep their jobs; by how much the pool of workers grows is judged.',
  lag: 'none',
  cost: 'employees who care, times those who take it, times weeks at four fifths of average earnings',
  payer: 'the Treasury, as furlough pay was',
  decides: 'parliament',
  limits: 'The leave that health and care staff themselves take is not taken off their time at work.',
  parameters: {
    employed_carers: 'people',
    taken: 'share',
    weekly_pay: 'GBP a week',
    replaced: 'share',
    carers_work: 'log a week',
  },
  directions: [
    { measure: 'joiners_heads', series: 'social-care', sign: 1 },
    { measure: 'policy_cost', series: 'all', sign: 1 },
  ],
  apply(settings, { value, effect, fixedCost }) {
    const aWeek = value('employed_carers') * value('taken') * value('weekly_pay') * value('replaced')
    for (const { path } of settings) {
      effect('carers-work', [], path, 'carers_work')
      fixedCost(path.map((weeks) => weeks * aWeek))
    }
  },
}
