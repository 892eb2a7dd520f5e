import type { Lever } from './lever.ts'
import { accumulated, lagged, summed } from './paths.ts'
import { inScope } from './staff.ts'

/** More managers in the NHS. */
export const managers: Lever = {
  code: 'managers',
  title: 'Managers',
  shift: 'innovation',
  summary:
    'Managers recruited beyond those the model has, who relieve clinicians of administration and bring innovations into use.',
  setting: {
    unit: 'people a year',
    min: 0,
    max: 5000,
    meaning: 'managers who join in a year beyond those of today',
  },
  scope: 'none',
  evidence: 'associated',
  basis:
    'A rise of managers from 2 to 3 per cent of staff went together with 5 per cent more efficient hospitals. Better hospitals may attract managers too, so less than that is taken as their effect, and never more than for that one point.',
  lag: 'one year',
  cost: 'their pay, counted in the pay bill',
  payer: 'NHS trusts',
  decides: 'NHS trusts and NHS England',
  limits: 'Where they work, and what they are asked to do, decides the effect; the model has one for all.',
  parameters: { time_freed: 'share', stay: 'share', senior: 'share', lag: 'years' },
  directions: [
    { measure: 'need_fte', series: 'nhs', sign: -1 },
    { measure: 'supply_heads', series: 'managers', sign: 1 },
  ],
  apply(settings, { context, value, add, free }) {
    const added = summed(
      settings.map(({ path }) => path),
      context.years,
    )
    const senior = value('senior')
    for (const o of inScope(context.occupations, 'managers'))
      add(
        o,
        added.map((people) => people * (1 - senior)),
      )
    for (const o of inScope(context.occupations, 'senior-managers'))
      add(
        o,
        added.map((people) => people * senior),
      )
    const nhs = inScope(context.occupations, 'nhs')
    const staff = nhs.reduce((sum, o) => sum + context.heads[o]!, 0)
    const points = accumulated(added, value('stay')).map((people) => Math.min(1, (100 * people) / staff))
    const freed = lagged(points, value('lag')).map((share) => share * value('time_freed'))
    for (const o of nhs) free(o, freed)
  },
}
