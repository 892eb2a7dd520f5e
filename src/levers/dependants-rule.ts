import type { Lever } from './lever.ts'
import { inScope } from './staff.ts'

/** Whether people recruited from abroad may bring their families. */
export const dependantsRule: Lever = {
  code: 'dependants-rule',
  title: 'Rule on dependants',
  shift: 'cycle',
  summary:
    'Stricter rules on bringing a partner and children: above zero they are refused to a share of those who could bring them now, below zero allowed to a share of those refused now.',
  setting: { unit: 'share', min: -1, max: 1, meaning: 'share of recruits for whom the rule is tightened' },
  scope: 'staff',
  evidence: 'associated',
  basis:
    'Applications for health and care visas fell from 129,000 to 26,000 in a year in which care workers lost the right and sponsors were checked; how much the one did is judged.',
  lag: 'none',
  cost: 'none of its own',
  payer: 'nobody',
  decides: 'the Home Office',
  limits: 'The costs and taxes of the families themselves are not in the model.',
  parameters: { international: 'log' },
  directions: [{ measure: 'supply_heads', series: 'all', sign: -1 }],
  apply(settings, { context, effect }) {
    for (const { scope, path } of settings)
      effect('international', inScope(context.occupations, scope), path, 'international')
  },
}
