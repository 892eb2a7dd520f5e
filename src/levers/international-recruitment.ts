import type { Occupation } from '../domain/occupation.ts'
import type { Lever } from './lever.ts'

/** Groups of countries that recruitment can be set for. */
export const COUNTRY_GROUPS = ['safeguards', 'other-countries'] as const

/** More or fewer arrivals from abroad. */
export const internationalRecruitment: Lever = {
  code: 'international-recruitment',
  title: 'International recruitment',
  shift: 'cycle',
  summary:
    'Recruitment from abroad above or below that of today: from all countries, from those on the World Health Organization’s safeguards list, or from the others.',
  setting: { unit: 'share', min: -1, max: 3, meaning: 'arrivals above those of the base year' },
  scope: ['all', ...COUNTRY_GROUPS],
  evidence: 'arithmetic',
  basis:
    'The setting is the change. The shares of arrivals from listed countries come from visas and registers, and are rough.',
  lag: 'none',
  cost: 'a sum for each added arrival: agency, tests, flights, induction; saved where there are fewer',
  payer: 'employers',
  decides: 'the Home Office by its rules, employers by recruiting',
  limits:
    'What recruitment does to the health services of the countries of origin is a reason for the safeguards list that no figure here shows.',
  parameters: {
    safeguards_doctors: 'share',
    safeguards_nurses: 'share',
    safeguards_care: 'share',
    safeguards_others: 'share',
    cost: 'GBP a person',
  },
  directions: [
    { measure: 'international_share', series: 'all', sign: 1 },
    { measure: 'supply_heads', series: 'all', sign: 1 },
  ],
  apply(settings, { context, value, draft, fixedCost }) {
    const { years, occupations, arrivals } = context
    const more = new Float64Array(years)
    for (const [o, occupation] of occupations.entries()) {
      const listed = value(`safeguards_${kindOf(occupation)}`)
      for (const { scope, path } of settings) {
        const share = scope === 'all' ? 1 : scope === 'safeguards' ? listed : 1 - listed
        for (let y = 0; y < years; y++) {
          draft.internationalFactor[o * years + y]! += path[y]! * share
          more[y]! += path[y]! * share * arrivals[o]!
        }
      }
    }
    fixedCost(more.map((people) => people * value('cost')))
  },
}

function kindOf({ sector, staffGroup }: Occupation): 'doctors' | 'nurses' | 'care' | 'others' {
  if (['hchs-doctors', 'resident-doctors', 'general-practitioners'].includes(staffGroup)) return 'doctors'
  if (['nurses-health-visitors', 'midwives', 'practice-nurses'].includes(staffGroup)) return 'nurses'
  return sector === 'social-care' ? 'care' : 'others'
}
