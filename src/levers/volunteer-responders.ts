import type { Lever } from './lever.ts'
import { inScope } from './staff.ts'

/** Volunteers who take on tasks that staff would do, some of whom go on to a post. */
export const volunteerResponders: Lever = {
  code: 'volunteer-responders',
  title: 'Volunteer responders',
  shift: 'cycle',
  summary:
    'Hours given by volunteers to tasks that staff would otherwise do, and a path into work for those who want it.',
  setting: {
    unit: 'hours a year',
    min: 0,
    max: 100e6,
    meaning: 'hours volunteers give in a year in England',
  },
  scope: 'none',
  evidence: 'judged',
  basis:
    'What an hour of a volunteer spares staff is judged; most of what volunteers give is on top of what staff do.',
  lag: 'none',
  cost: 'a sum for each hour: finding, checking and guiding volunteers',
  payer: 'NHS England and councils',
  decides: 'NHS England, councils and charities',
  limits: 'Volunteers are no substitute for posts: the hours spared are few by design.',
  parameters: {
    spared: 'share',
    hours_per_fte: 'hours a year',
    cost: 'GBP an hour',
    joiners: 'people a million hours',
    healthcare_support_workers: 'share',
    pcn_personalised_care: 'share',
    ambulance_support: 'share',
    care_workers: 'share',
  },
  directions: [
    { measure: 'need_fte', series: 'all', sign: -1 },
    { measure: 'policy_cost', series: 'all', sign: 1 },
  ],
  apply(settings, { context, value, free, add, fixedCost }) {
    for (const { path } of settings) {
      for (const code of ROLES)
        for (const o of inScope(context.occupations, code.replaceAll('_', '-'))) {
          const spared = path.map((hours) => (hours * value('spared') * value(code)) / value('hours_per_fte'))
          free(
            o,
            spared.map((fte) => fte / context.fte[o]!),
          )
          add(
            o,
            path.map((hours) => (hours / 1e6) * value('joiners') * value(code)),
          )
        }
      fixedCost(path.map((hours) => hours * value('cost')))
    }
  },
}

/** Roles that volunteers help, and the parameters with their shares. */
const ROLES = [
  'healthcare_support_workers',
  'pcn_personalised_care',
  'ambulance_support',
  'care_workers',
] as const
