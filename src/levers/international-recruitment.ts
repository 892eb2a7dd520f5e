import type { Lever } from './lever.ts'
import { isIn } from './staff.ts'

/** What `for` takes for all countries but those on the safeguards list. */
export const OFF_THE_LIST = 'off-the-list'

/** More or fewer arrivals from abroad. */
export const internationalRecruitment: Lever = {
  code: 'international-recruitment',
  title: 'International recruitment',
  shift: 'cycle',
  summary:
    'Recruitment from abroad above or below that of today: from all countries, from a group of them, or from all that are not on the World Health Organization’s safeguards list; or for some staff alone.',
  setting: { unit: 'share', min: -1, max: 3, meaning: 'arrivals above those of the base year' },
  scope: 'arrivals',
  evidence: 'arithmetic',
  basis:
    'The setting is the change. The shares of arrivals by group of countries are in the book of assumptions, and are rough.',
  lag: 'none',
  cost: 'a sum for each added arrival: agency, tests, flights, induction; saved where there are fewer',
  payer: 'employers',
  decides: 'the Home Office by its rules, employers by recruiting',
  limits:
    'What recruitment does to the health services of the countries of origin is a reason for the safeguards list that no figure here shows.',
  parameters: { cost: 'GBP a person' },
  directions: [
    { measure: 'international_share', series: 'all', sign: 1 },
    { measure: 'supply_heads', series: 'all', sign: 1 },
  ],
  apply(settings, { context, value, draft, fixedCost }) {
    const { years, occupations, arrivals, origins } = context
    const more = new Float64Array(years)
    for (const o of occupations.keys())
      for (const { scope, path } of settings) {
        const listed = origins.get(SAFEGUARDS)?.[o] ?? 0
        const group = scope === OFF_THE_LIST ? 1 - listed : origins.get(scope)?.[o]
        const share = group ?? (isIn(scope, context.occupations[o]!) ? 1 : 0)
        for (let y = 0; y < years; y++) {
          draft.internationalFactor[o * years + y]! += path[y]! * share
          more[y]! += path[y]! * share * arrivals[o]!
        }
      }
    fixedCost(more.map((people) => people * value('cost')))
  },
}

/** Group of the countries on the safeguards list. */
const SAFEGUARDS = 'safeguards'
