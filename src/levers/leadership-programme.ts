import type { Lever } from './lever.ts'
import { accumulated, lagged, summed } from './paths.ts'
import { inScope, inScopes } from './staff.ts'

/** Leaders who know the whole of health and care. */
export const leadershipProgramme: Lever = {
  code: 'leadership-programme',
  title: 'Leadership programme',
  shift: 'working',
  summary:
    'A programme that teaches management as a subject and lets leaders work across the NHS, social care and beyond, open to new and present leaders.',
  setting: { unit: 'people a year', min: 0, max: 10_000, meaning: 'leaders who finish it in a year' },
  scope: 'none',
  evidence: 'associated',
  basis:
    'In Chile’s public hospitals leaders trained in management cut turnover and deaths; middle managers were behind the effect of the NHS retention programme. Size in England is judged.',
  lag: 'two years',
  cost: 'a sum for each place',
  payer: 'NHS England',
  decides: 'NHS England and the Department of Health and Social Care',
  limits: 'The effect grows with the share of managers trained and ends where all are.',
  parameters: { cost: 'GBP a place', lost: 'share', leave: 'log', lag: 'years' },
  directions: [
    { measure: 'supply_fte', series: 'all', sign: 1 },
    { measure: 'policy_cost', series: 'all', sign: 1 },
  ],
  apply(settings, { context, value, effect, fixedCost }) {
    const leaders = inScopes(context.occupations, LEADERS).reduce((sum, o) => sum + context.heads[o]!, 0)
    const trained = summed(
      settings.map(({ path }) => path),
      context.years,
    )
    const share = accumulated(trained, 1 - value('lost')).map((people) => Math.min(1, people / leaders))
    effect('leave', inScope(context.occupations, 'all'), lagged(share, value('lag')), 'leave')
    fixedCost(trained.map((people) => people * value('cost')))
  },
}

/** Those who lead. */
const LEADERS = ['managers', 'senior-managers', 'registered-managers', 'social-care-other-managers']
