import type { Lever } from './lever.ts'
import { lagged } from './paths.ts'
import { inScope } from './staff.ts'

/** Support to employers to find out why people leave, and to act on it. */
export const retentionProgramme: Lever = {
  code: 'retention-programme',
  title: 'Retention programme',
  shift: 'cycle',
  summary:
    'Data, guidance and support for employers on why their people leave, with a plan each agrees to and is followed up on.',
  setting: { unit: 'share', min: 0, max: 1, meaning: 'share of staff whose employer takes part' },
  scope: 'staff',
  evidence: 'tested',
  basis:
    'The NHS programme of 2017 to 2019, rolled out hospital by hospital, cut nurses’ exits from the NHS by 5.4 %. For other staff and for social care the effect is taken to be smaller, by judgement.',
  lag: 'one year',
  cost: 'a sum for each person covered',
  payer: 'NHS England; for social care the Department of Health and Social Care',
  decides: 'NHS England, Skills for Care and employers',
  limits:
    'Hospitals with the worst rates joined first and part of the early fall may be a return to the mean. Doing it again may do less.',
  parameters: { leave: 'log', leave_elsewhere: 'log', cost: 'GBP a head', lag: 'years' },
  directions: [
    { measure: 'supply_fte', series: 'all', sign: 1 },
    { measure: 'policy_cost', series: 'all', sign: 1 },
  ],
  apply(settings, { context, value, effect, unitCost }) {
    for (const { scope, path } of settings) {
      const members = inScope(context.occupations, scope)
      const tested = (o: number): boolean => TESTED.includes(context.occupations[o]!.staffGroup)
      const felt = lagged(path, value('lag'))
      effect('leave', members.filter(tested), felt, 'leave')
      effect(
        'leave',
        members.filter((o) => !tested(o)),
        felt,
        'leave_elsewhere',
      )
      unitCost(
        'perHead',
        members.map((occupation) => ({ occupation, path: path.map((share) => share * value('cost')) })),
      )
    }
  },
}

/** Staff groups in which the programme was studied. */
const TESTED = ['nurses-health-visitors', 'midwives']
