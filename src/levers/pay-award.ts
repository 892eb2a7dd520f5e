import type { Lever } from './lever.ts'
import { compounded } from './paths.ts'
import { inScope } from './staff.ts'

/** Pay above its path: works through the elasticities of leaving and of filling posts in the book of assumptions. */
export const payAward: Lever = {
  code: 'pay-award',
  title: 'Pay award',
  shift: 'cycle',
  summary:
    'Pay that grows faster than the path the model assumes, or slower where the setting is below zero. ' +
    'Each year in force adds to the level, and the level stays.',
  setting: {
    unit: 'share a year',
    min: -0.1,
    max: 0.15,
    meaning: 'growth of pay a year, after inflation, above the path assumed',
  },
  scope: 'staff',
  evidence: 'associated',
  basis:
    'Studies of pay and leaving find elasticities that differ widely between groups; the strengths and their ranges are the rows pay-leave and pay-fill of the book of assumptions.',
  lag: 'none: leaving in the year of the award reacts',
  cost: 'counted in the pay bill; the part that returns as tax is in the net cost',
  payer: 'NHS England and councils, from taxes',
  decides: 'the government, on the advice of the pay review bodies; employers in social care',
  limits:
    'Reforms of the review process (a clause for changed conditions, no envelope) matter only through the awards they lead to. Productivity does not react.',
  parameters: {},
  directions: [
    { measure: 'pay_bill', series: 'all', sign: 1 },
    { measure: 'supply_fte', series: 'nhs', sign: 1 },
  ],
  apply(settings, { context, raisePay }) {
    for (const { scope, path } of settings)
      for (const o of inScope(context.occupations, scope)) raisePay(o, compounded(path))
  },
}
