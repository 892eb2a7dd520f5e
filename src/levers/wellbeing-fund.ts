import type { Lever } from './lever.ts'
import { accumulated, mapped, saturating, summed } from './paths.ts'
import { inScopes, PUBLIC_EMPLOYEES } from './staff.ts'

/** Money for lockers, rest rooms, hot food and the other basics of working conditions. */
export const wellbeingFund: Lever = {
  code: 'wellbeing-fund',
  title: 'Conditions and wellbeing fund',
  shift: 'cycle',
  summary:
    'A fund for the basics of working conditions in the NHS and in councils’ care services: lockers, water, rest rooms, hot food, parking.',
  setting: { unit: 'GBP a year', min: 0, max: 3e9, meaning: 'pounds spent a year in England' },
  scope: 'none',
  evidence: 'judged',
  basis:
    'Staff name these basics among the reasons to go; no study gives what money spent on them does to leaving or sickness. Diminishing returns and the fading of what was built are judged.',
  lag: 'none for leaving; what was built fades by a fixed share a year',
  cost: 'the setting',
  payer: 'the Treasury',
  decides: 'NHS England and councils',
  limits: 'Independent providers of social care are out of its reach.',
  parameters: { half: 'GBP a head', kept: 'share', leave: 'log', sickness: 'log' },
  directions: [
    { measure: 'supply_fte', series: 'nhs', sign: 1 },
    { measure: 'policy_cost', series: 'all', sign: 1 },
  ],
  apply(settings, { context, value, effect, fixedCost }) {
    const members = inScopes(context.occupations, PUBLIC_EMPLOYEES)
    const heads = members.reduce((sum, o) => sum + context.heads[o]!, 0)
    const spent = summed(
      settings.map(({ path }) => path),
      context.years,
    )
    const built = accumulated(
      spent.map((pounds) => pounds / heads),
      value('kept'),
    )
    const felt = mapped(built, (pounds) => saturating(pounds, value('half')))
    effect('leave', members, felt, 'leave')
    effect('sickness', members, felt, 'sickness')
    fixedCost(spent)
  },
}
