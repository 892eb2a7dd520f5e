import type { Lever } from './lever.ts'

/** Routes into the registered professions for people who earn while they learn. */
export const apprenticeships: Lever = {
  code: 'apprenticeships',
  title: 'Degree apprenticeships',
  shift: 'cycle',
  summary: 'More people who train for a registered profession as apprentices, by programme.',
  setting: {
    unit: 'people a year',
    min: 0,
    max: 20_000,
    meaning: 'apprentices who start in a year, above those of today',
  },
  scope: 'programmes',
  evidence: 'arithmetic',
  basis:
    'Apprentices pass the stages of the programme as other entrants do; that fewer or more of them stay is not known well enough to tell them apart.',
  lag: 'the length of the programme',
  cost: 'a sum for each start: training from the levy, and staff who stand in during study',
  payer: 'employers, through the levy, with grants',
  decides: 'employers; the government sets funding',
  limits:
    'Many apprentices are support workers, whose posts fall vacant: scenarios that train them should expect that gap.',
  parameters: { cost: 'GBP a start' },
  directions: [
    { measure: 'supply_heads', series: 'nhs', sign: 1 },
    { measure: 'policy_cost', series: 'all', sign: 1 },
  ],
  apply(settings, { context, value, draft, fixedCost }) {
    const factor = new Float64Array(context.years).fill(1)
    for (const { scope, path } of settings) {
      const chosen = context.programmes.flatMap(({ code }, p) =>
        scope === 'all' || scope === code ? [p] : [],
      )
      // A setting for all programmes is shared out equally: it says how many start in all.
      const added = path.map((people) => people / chosen.length)
      for (const programme of chosen) draft.intakes.push({ programme, factor, added })
      fixedCost(path.map((people) => people * value('cost')))
    }
  },
}
