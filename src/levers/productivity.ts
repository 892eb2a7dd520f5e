import type { Lever } from './lever.ts'
import { compounded } from './paths.ts'
import { inScope } from './staff.ts'

/** Productivity growth beyond what the model assumes. */
export const productivity: Lever = {
  code: 'productivity',
  title: 'Productivity',
  shift: 'innovation',
  summary:
    'Growth of what an hour of work achieves beyond that assumed, from whatever cause. For a target such as the 2023 plan’s; for a cause, set technology, managers or new roles.',
  setting: {
    unit: 'share a year',
    min: -0.03,
    max: 0.03,
    meaning: 'growth of productivity a year above that assumed',
  },
  scope: 'staff',
  evidence: 'arithmetic',
  basis: 'The setting is the change: how it comes about, and whether it can, is not said.',
  lag: 'none',
  cost: 'none counted, though gains are seldom free',
  payer: 'nobody in the model',
  decides: 'nobody alone',
  limits: 'Growth of the NHS was under 1 % a year from 2010 to 2019, and the book assumes some already.',
  parameters: {},
  directions: [{ measure: 'need_fte', series: 'all', sign: -1 }],
  apply(settings, { context, free }) {
    for (const { scope, path } of settings) {
      const gain = compounded(path).map((index) => index - 1)
      for (const o of inScope(context.occupations, scope)) free(o, gain)
    }
  },
}
