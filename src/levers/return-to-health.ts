import type { Lever } from './lever.ts'
import { lagged, summed } from './paths.ts'
import { inScope } from './staff.ts'

/** Supported placements for people kept from work by their health. */
export const returnToHealth: Lever = {
  code: 'return-to-health',
  title: 'Return to Health',
  shift: 'cycle',
  summary:
    'Supported placements of six to twelve months in the NHS and social care, with a job at the end, for people with long-term health conditions who would like to work.',
  setting: { unit: 'people a year', min: 0, max: 60_000, meaning: 'placements a year in England' },
  scope: 'none',
  evidence: 'associated',
  basis:
    'Supported employment more than doubles the chance of work outside severe mental illness (ten trials, risk ratio 2.4, 1.7 to 3.4); that six in ten placements lead to a post is judged from it and the job offered.',
  lag: 'one year: the placement',
  cost: 'a unit cost for each placement, pay apart',
  payer: 'the Department for Work and Pensions and integrated care boards',
  decides: 'integrated care boards, councils and the Department for Work and Pensions',
  limits:
    'Benefits saved are not counted. 581,000 people in the UK out of work for their health would like to work: far more than any setting.',
  parameters: {
    into_post: 'share',
    unit_cost: 'GBP a person',
    lag: 'years',
    healthcare_support_workers: 'share',
    clinical_administration: 'share',
    administration: 'share',
    estates_and_hotel_services: 'share',
    pcn_personalised_care: 'share',
    care_workers: 'share',
    support_and_outreach_workers: 'share',
  },
  directions: [
    { measure: 'supply_heads', series: 'all', sign: 1 },
    { measure: 'policy_cost', series: 'all', sign: 1 },
  ],
  apply(settings, { context, value, add, fixedCost }) {
    const places = summed(
      settings.map(({ path }) => path),
      context.years,
    )
    const employed = lagged(places, value('lag')).map((people) => people * value('into_post'))
    for (const code of ROLES)
      for (const o of inScope(context.occupations, code.replaceAll('_', '-')))
        add(
          o,
          employed.map((people) => people * value(code)),
        )
    fixedCost(places.map((people) => people * value('unit_cost')))
  },
}

/** Roles that placements are in, and the parameters with their shares. */
const ROLES = [
  'healthcare_support_workers',
  'clinical_administration',
  'administration',
  'estates_and_hotel_services',
  'pcn_personalised_care',
  'care_workers',
  'support_and_outreach_workers',
] as const
