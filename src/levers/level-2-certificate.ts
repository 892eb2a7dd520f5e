import type { Lever } from './lever.ts'
import { accumulated, lagged, summed } from './paths.ts'
import { CARE_ROLES, inScopes } from './staff.ts'

/** A funded first qualification for care workers. */
export const level2Certificate: Lever = {
  code: 'level-2-certificate',
  title: 'Level 2 care certificate',
  shift: 'parity',
  summary: 'Funded places on the Level 2 Adult Social Care Certificate for care workers.',
  setting: {
    unit: 'people a year',
    min: 0,
    max: 200_000,
    meaning: 'care workers who take the certificate in a year',
  },
  scope: 'none',
  evidence: 'associated',
  basis:
    'Care workers with qualifications leave less often, but those who mean to stay take them: the effect of the certificate itself is judged to be a part of that difference.',
  lag: 'one year',
  cost: 'a sum for each place',
  payer: 'the Department of Health and Social Care',
  decides: 'the Department of Health and Social Care and employers',
  limits: 'Better care, the aim of the certificate, is not counted.',
  parameters: { cost: 'GBP a place', lost: 'share', leave: 'log', lag: 'years' },
  directions: [
    { measure: 'supply_fte', series: 'social-care', sign: 1 },
    { measure: 'policy_cost', series: 'all', sign: 1 },
  ],
  apply(settings, { context, value, effect, fixedCost }) {
    const members = inScopes(context.occupations, CARE_ROLES)
    const heads = members.reduce((sum, o) => sum + context.heads[o]!, 0)
    const places = summed(
      settings.map(({ path }) => path),
      context.years,
    )
    const holders = accumulated(places, 1 - value('lost'))
    const share = holders.map((people) => Math.min(1, people / heads))
    effect('leave', members, lagged(share, value('lag')), 'leave')
    fixedCost(places.map((people) => people * value('cost')))
  },
}
