import type { Lever } from './lever.ts'

/** A higher allowance for people who care 35 hours a week or more. */
export const carersAllowance: Lever = {
  code: 'carers-allowance',
  title: 'Carer’s allowance',
  shift: 'parity',
  summary: 'Raises carer’s allowance, which people get who care for 35 hours a week or more and earn little.',
  setting: { unit: 'GBP a week', min: 0, max: 400, meaning: 'pounds a week above today’s rate' },
  scope: 'none',
  evidence: 'arithmetic',
  basis:
    'The cost is people times pounds. Whether a higher allowance moves carers out of paid work is judged to be little, either way.',
  lag: 'none',
  cost: 'recipients in England times the setting',
  payer: 'the Department for Work and Pensions',
  decides: 'the government',
  limits: 'Poverty and strain eased, its aims, are not counted. No more people claim.',
  parameters: { recipients: 'people', weeks: 'weeks a year', carers_work: 'log per GBP 100' },
  directions: [{ measure: 'policy_cost', series: 'all', sign: 1 }],
  apply(settings, { value, effect, fixedCost }) {
    for (const { path } of settings) {
      effect(
        'carers-work',
        [],
        path.map((pounds) => pounds / 100),
        'carers_work',
      )
      fixedCost(path.map((pounds) => pounds * value('weeks') * value('recipients')))
    }
  },
}
