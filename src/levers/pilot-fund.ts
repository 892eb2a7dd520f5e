import type { Lever } from './lever.ts'
import { accumulated, lagged, mapped, saturating, summed } from './paths.ts'
import { inScope } from './staff.ts'

/** A permanent fund that tests new roles and ways of working. */
export const pilotFund: Lever = {
  code: 'pilot-fund',
  title: 'Pilot fund for roles of the future',
  shift: 'working',
  summary:
    'A permanent fund to try out, evaluate and spread new roles: innovation specialists, navigators, hybrid and portfolio roles.',
  setting: { unit: 'GBP a year', min: 0, max: 500e6, meaning: 'pounds a year in England' },
  scope: 'none',
  evidence: 'judged',
  basis:
    'Knowing what works is worth what is done with it. The time freed by better ways of working that a fund finds, years later, is judged to be small.',
  lag: 'four years from pilot to spread',
  cost: 'the setting',
  payer: 'the Treasury',
  decides: 'a body that says what works',
  limits: 'Roles that prove themselves are set under new roles, not here.',
  parameters: { half: 'GBP', time_freed: 'share', lag: 'years' },
  directions: [
    { measure: 'need_fte', series: 'all', sign: -1 },
    { measure: 'policy_cost', series: 'all', sign: 1 },
  ],
  apply(settings, { context, value, free, fixedCost }) {
    const spent = summed(
      settings.map(({ path }) => path),
      context.years,
    )
    const learnt = mapped(accumulated(spent, 1), (pounds) => saturating(pounds, value('half')))
    const freed = lagged(learnt, value('lag')).map((share) => share * value('time_freed'))
    for (const o of inScope(context.occupations, 'all')) free(o, freed)
    fixedCost(spent)
  },
}
