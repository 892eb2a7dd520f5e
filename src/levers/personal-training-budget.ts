import type { Lever } from './lever.ts'
import { mapped, saturating, summed } from './paths.ts'
import { ALLIED_HEALTH, inScopes } from './staff.ts'

/** A sum that each person may spend on learning of their choice. */
export const personalTrainingBudget: Lever = {
  code: 'personal-training-budget',
  title: 'Personal training budget',
  shift: 'working',
  summary:
    'A sum for every nurse, midwife, allied health professional and social care worker who reaches the third year of the career, to spend on skills they choose.',
  setting: { unit: 'GBP a person', min: 0, max: 10_000, meaning: 'budget of each person, once' },
  scope: 'none',
  evidence: 'judged',
  basis: 'Development is among the reasons people give to stay; no study gives what such a budget does.',
  lag: 'none',
  cost: 'those past the third year in the first years, then those who reach it',
  payer: 'the Treasury',
  decides: 'the Department of Health and Social Care',
  limits: 'New skills do not change the division of work by themselves: set new roles as well.',
  parameters: { eligible: 'share', spread: 'years', reaching: 'share', half: 'GBP a person', leave: 'log' },
  directions: [
    { measure: 'supply_fte', series: 'all', sign: 1 },
    { measure: 'policy_cost', series: 'all', sign: 1 },
  ],
  apply(settings, { context, value, effect, unitCost }) {
    const members = inScopes(context.occupations, ENTITLED)
    const budget = summed(
      settings.map(({ path }) => path),
      context.years,
    )
    const first = budget.findIndex((pounds) => pounds > 0)
    const taken = budget.map((pounds, y) => {
      const isCatchingUp = y - first < value('spread')
      return pounds * (isCatchingUp ? value('eligible') / value('spread') : value('reaching'))
    })
    effect(
      'leave',
      members,
      mapped(budget, (pounds) => saturating(pounds, value('half'))),
      'leave',
    )
    unitCost(
      'perHead',
      members.map((occupation) => ({ occupation, path: taken })),
    )
  },
}

/** Those the plan gives a budget to. */
export const ENTITLED = [
  'nurses-health-visitors',
  'midwives',
  'practice-nurses',
  ...ALLIED_HEALTH,
  'social-care',
] as const
