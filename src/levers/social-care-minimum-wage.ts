import exp from '@stdlib/math-base-special-exp'
import type { Lever } from './lever.ts'
import { mapped } from './paths.ts'
import { CARE_ROLES, inScopes, SENIOR_CARE_ROLES } from './staff.ts'

/**
 * What a floor under pay adds to mean hourly pay, in pounds, where what people earn above the present floor is
 * spread exponentially with the given mean: the mean of what each is short of the new floor.
 * @param lift of the floor, pounds an hour @param premium mean pay above the present floor, pounds an hour
 */
export const meanRise = (lift: number, premium: number): number => lift - premium * (1 - exp(-lift / premium))

/** A minimum rate for social care above the statutory one. */
export const socialCareMinimumWage: Lever = {
  code: 'social-care-minimum-wage',
  title: 'Minimum wage of social care',
  shift: 'cycle',
  summary:
    'A minimum hourly rate for all of adult social care above the statutory minimum. Everyone below the new rate is raised to it; those above keep what they have.',
  setting: {
    unit: 'GBP an hour',
    min: 0,
    max: 6,
    meaning: 'pounds an hour above the statutory minimum, in the prices of the model',
  },
  scope: 'none',
  evidence: 'associated',
  basis:
    'How many are below a rate follows from the published medians; what pay does to leaving and filling posts is in the book of assumptions. Evidence conflicts: new supermarkets nearby moved no staff in one study, another finds an elasticity near 4.',
  lag: 'none',
  cost: 'counted in the pay bill',
  payer: 'councils, from a government grant',
  decides: 'the government, through commissioning or a sector agreement',
  limits:
    'No ripple to those above the new rate. Fees that do not follow would close providers, which the model does not show.',
  parameters: { statutory: 'GBP an hour', premium: 'GBP an hour', premium_senior: 'GBP an hour' },
  directions: [
    { measure: 'pay_bill', series: 'social-care', sign: 1 },
    { measure: 'supply_fte', series: 'social-care', sign: 1 },
  ],
  apply(settings, { context, value, raisePay }) {
    const raise = (codes: readonly string[], premium: number): void => {
      const mean = value('statutory') + premium
      for (const { path } of settings)
        for (const o of inScopes(context.occupations, codes))
          raisePay(
            o,
            mapped(path, (lift) => meanRise(lift, premium) / mean).map((rise) => 1 + rise),
          )
    }
    raise([...CARE_ROLES, 'social-care-ancillary'], value('premium'))
    raise(SENIOR_CARE_ROLES, value('premium_senior'))
  },
}
