import type { Lever } from './lever.ts'
import { CARE_ROLES, inScopes, SENIOR_CARE_ROLES } from './staff.ts'

/** A register of care workers, as in the other nations of the UK. */
export const careRegistration: Lever = {
  code: 'care-registration',
  title: 'Registration of care workers',
  shift: 'parity',
  summary:
    'A professional register of care workers with agreed standards, which a social care council could keep.',
  setting: { unit: 'share', min: 0, max: 1, meaning: 'share of care workers who must be registered' },
  scope: 'none',
  evidence: 'judged',
  basis:
    'Scotland, Wales and Northern Ireland have registers; no study tells their effect on leaving from others. Standing may keep people, fees and forms may put recruits off.',
  lag: 'none',
  cost: 'a sum for each person registered',
  payer: 'workers or their employers, by fees, with a grant',
  decides: 'parliament',
  limits: 'Safety and quality, the aims of a register, are not counted.',
  parameters: { leave: 'log', fill: 'log', cost: 'GBP a person' },
  directions: [
    { measure: 'joiners_heads', series: 'social-care', sign: -1 },
    { measure: 'policy_cost', series: 'all', sign: 1 },
  ],
  apply(settings, { context, value, effect, unitCost }) {
    const members = inScopes(context.occupations, [...CARE_ROLES, ...SENIOR_CARE_ROLES])
    for (const { path } of settings) {
      effect('leave', members, path, 'leave')
      effect('fill', members, path, 'fill')
      unitCost(
        'perHead',
        members.map((occupation) => ({ occupation, path: path.map((share) => share * value('cost')) })),
      )
    }
  },
}
