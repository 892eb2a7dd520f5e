import type { Lever } from './lever.ts'
import { CARE_ROLES, inScopes, SENIOR_CARE_ROLES } from './staff.ts'

/** Pay of care workers brought towards that of healthcare assistants in the NHS. */
export const socialCareParity: Lever = {
  code: 'social-care-parity',
  title: 'Parity of care pay with the NHS',
  shift: 'parity',
  summary:
    'Closes a share of the gap between care workers and NHS healthcare assistants, new and experienced, as a sector council bargaining for all providers could.',
  setting: { unit: 'share', min: 0, max: 1, meaning: 'share of the gap closed' },
  scope: 'none',
  evidence: 'associated',
  basis: 'The gaps are published; what pay does to leaving and filling posts is in the book of assumptions.',
  lag: 'none; a council needs a year or two to agree, which the scenario’s phase-in says',
  cost: 'counted in the pay bill',
  payer: 'councils, from a government grant',
  decides: 'a social care council of unions, employers, government and people who draw on care',
  limits:
    'The gap of 2022 is taken to last. Pensions, sick pay and contracts of hours, which differ as much, are not in it.',
  parameters: {
    gap_new: 'GBP an hour',
    gap_experienced: 'GBP an hour',
    experienced: 'share',
    mean_pay: 'GBP an hour',
  },
  directions: [
    { measure: 'pay_bill', series: 'social-care', sign: 1 },
    { measure: 'supply_fte', series: 'social-care', sign: 1 },
  ],
  apply(settings, { context, value, raisePay }) {
    const experienced = value('experienced')
    const gap = value('gap_new') * (1 - experienced) + value('gap_experienced') * experienced
    for (const { path } of settings)
      for (const o of inScopes(context.occupations, [...CARE_ROLES, ...SENIOR_CARE_ROLES]))
        raisePay(
          o,
          path.map((share) => 1 + (share * gap) / value('mean_pay')),
        )
  },
}
