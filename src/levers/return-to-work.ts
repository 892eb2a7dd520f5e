import type { Lever } from './lever.ts'
import { inScope } from './staff.ts'

/** A review of pay and progression after maternity leave, and flexible work unless there is a reason against it. */
export const returnToWork: Lever = {
  code: 'return-to-work',
  title: 'Return-to-work review and flexible working',
  shift: 'fairness',
  summary:
    'A formal review of pay and progression within a year of return from maternity leave, and flexible working for the first 1,000 days that an employer may refuse only with a reason.',
  setting: { unit: 'share', min: 0, max: 1, meaning: 'share of staff whose employer does both' },
  scope: 'staff',
  evidence: 'judged',
  basis:
    'Flexibility was part of what the NHS retention programme offered, whose effect is known as a whole only. Felt by women of 25 to 44, by their share of each occupation.',
  lag: 'none',
  cost: 'a sum for each woman of 25 to 44 covered, for reviews and rotas',
  payer: 'employers',
  decides: 'the government for a right, employers for the practice',
  limits:
    'The pay gap itself is not in the model. Whether hours a head rise, by fewer who drop out, or fall, by more who go part-time, is not known: they stay.',
  parameters: { leave: 'log', cost: 'GBP a person' },
  directions: [
    { measure: 'supply_fte', series: 'all', sign: 1 },
    { measure: 'policy_cost', series: 'all', sign: 1 },
  ],
  apply(settings, { context, value, effect, unitCost }) {
    for (const { scope, path } of settings)
      for (const o of inScope(context.occupations, scope)) {
        const felt = path.map((share) => share * context.mothersShare[o]!)
        effect('leave', [o], felt, 'leave')
        unitCost('perHead', [{ occupation: o, path: felt.map((share) => share * value('cost')) }])
      }
  },
}
