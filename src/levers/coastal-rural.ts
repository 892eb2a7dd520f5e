import type { Lever } from './lever.ts'
import { mapped, saturating } from './paths.ts'

/** Money to bring staff to the coast and the country, and to keep them there. */
export const coastalRural: Lever = {
  code: 'coastal-rural',
  title: 'Coastal and rural attraction',
  shift: 'cycle',
  summary:
    'A yearly payment, or its worth in housing or training, for staff who work in coastal or rural areas.',
  setting: { unit: 'GBP a head', min: 0, max: 10_000, meaning: 'pounds a year for each member of staff' },
  scope: ['all', 'coastal', 'rural'],
  evidence: 'associated',
  basis:
    'Payments to GP trainees filled posts in hard-to-recruit places; for all staff, and for staying, the effect is judged.',
  lag: 'none',
  cost: 'the setting times staff in those areas at the base',
  payer: 'NHS England and councils',
  decides: 'integrated care boards and NHS England',
  limits:
    'An area is coastal or rural as a whole. People drawn from other areas are gained here and not missed there.',
  parameters: { half: 'GBP a head', leave: 'log', fill: 'log' },
  directions: [
    { measure: 'supply_fte', series: 'all', sign: 1 },
    { measure: 'policy_cost', series: 'all', sign: 1 },
  ],
  apply(settings, { context, value, effect, fixedCost }) {
    const { areas, headsByArea, occupations } = context
    for (const { scope, path } of settings) {
      const isMeant = (r: number): boolean =>
        (scope !== 'rural' && context.coastal[r]! > 0) || (scope !== 'coastal' && context.rural[r]! > 0)
      const members = Array.from({ length: areas }, (_, r) => r).filter(isMeant)
      const felt = mapped(path, (pounds) => saturating(pounds, value('half')))
      effect('place-leave', members, felt, 'leave')
      effect('place-fill', members, felt, 'fill')
      const staff = new Float64Array(areas)
      for (const r of members) for (const o of occupations.keys()) staff[r]! += headsByArea[o * areas + r]!
      const total = staff.reduce((sum, heads) => sum + heads, 0)
      fixedCost(
        path.map((pounds) => pounds * total),
        staff,
      )
    }
  },
}
