import type { Lever } from './lever.ts'
import { lagged } from './paths.ts'
import { inScope } from './staff.ts'

/** Action on prejudice and discrimination, inspected and made a duty. */
export const antiDiscrimination: Lever = {
  code: 'anti-discrimination',
  title: 'Anti-discrimination programme',
  shift: 'fairness',
  summary:
    'Staff networks with time to run them, an allyship programme with an anonymous channel, a duty of integrated care systems and inspection by the Care Quality Commission.',
  setting: { unit: 'share', min: 0, max: 1, meaning: 'share of staff whose employer runs it' },
  scope: 'staff',
  evidence: 'judged',
  basis:
    'Almost a third of minority ethnic staff met discrimination at work. That part of them would stay who now go is judged; felt by their share of staff.',
  lag: 'one year, judged',
  cost: 'a sum for each head: time of networks and allies',
  payer: 'employers',
  decides: 'integrated care systems, employers and the Care Quality Commission',
  limits: 'Fairness is the aim; the model counts only those who stay.',
  parameters: {
    minority_nhs: 'share',
    minority_care: 'share',
    met: 'share',
    leave: 'log',
    cost: 'GBP a head',
  },
  directions: [
    { measure: 'supply_fte', series: 'all', sign: 1 },
    { measure: 'policy_cost', series: 'all', sign: 1 },
  ],
  apply(settings, { context, value, effect, unitCost }) {
    for (const { scope, path } of settings) {
      const members = inScope(context.occupations, scope)
      for (const isCare of [false, true]) {
        const chosen = members.filter((o) => (context.occupations[o]!.sector === 'social-care') === isCare)
        const affected = value(isCare ? 'minority_care' : 'minority_nhs') * value('met')
        effect(
          'leave',
          chosen,
          lagged(path, 1).map((share) => share * affected),
          'leave',
        )
      }
      unitCost(
        'perHead',
        members.map((occupation) => ({ occupation, path: path.map((share) => share * value('cost')) })),
      )
    }
  },
}
