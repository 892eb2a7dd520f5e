import type { Lever } from './lever.ts'

/** More or fewer places in training. */
export const trainingPlaces: Lever = {
  code: 'training-places',
  title: 'Training places',
  shift: 'cycle',
  summary:
    'Entrants to the programmes of training for the registered professions, above or below those of today.',
  setting: { unit: 'share', min: -0.9, max: 3, meaning: 'entrants above those of the base year' },
  scope: 'programmes',
  evidence: 'arithmetic',
  basis:
    'Each entrant passes the stages of the programme. That more of them are lost when places outgrow placements is in the book of assumptions.',
  lag: 'the length of the programme',
  cost: 'counted in the cost of training',
  payer: 'NHS England, the Office for Students and students themselves',
  decides: 'the Department of Health and Social Care and universities',
  limits:
    'Whether enough people apply, and posts for them once trained, are not checked. Capacity for placements follows places at a stated pace only.',
  parameters: { placement_growth: 'share a year' },
  directions: [
    { measure: 'supply_heads', series: 'nhs', sign: 1 },
    { measure: 'training_cost', series: 'all', sign: 1 },
  ],
  apply(settings, { context, draft }) {
    for (const { scope, path } of settings)
      for (const [programme, { code }] of context.programmes.entries())
        if (scope === 'all' || scope === code)
          draft.intakes.push({
            programme,
            factor: path.map((share) => 1 + share),
            added: new Float64Array(context.years),
          })
  },
}
