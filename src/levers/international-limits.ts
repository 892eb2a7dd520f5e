import type { Lever, LeverTools } from './lever.ts'
import { inScope } from './staff.ts'

const common = {
  shift: 'cycle',
  scope: 'staff',
  evidence: 'arithmetic',
  lag: 'none',
  cost: 'none of its own',
  parameters: {},
} as const

/** Arrivals from abroad that a plan may count on. */
export const internationalFloor: Lever = {
  ...common,
  code: 'international-floor',
  title: 'Floor under international recruitment',
  summary: 'At least this share of today’s arrivals come, whatever the draw of arrivals says.',
  setting: {
    unit: 'share',
    min: 0,
    max: 3,
    meaning: 'arrivals at least, over those of the base year; 0 for no floor',
  },
  basis: 'A limit, not an effect.',
  payer: 'employers',
  decides: 'employers, by agreements between governments',
  limits: 'Nothing says that people would come.',
  directions: [{ measure: 'supply_heads', series: 'all', sign: 1 }],
  apply(settings, tools) {
    eachArrival(settings, tools, (i, arrivals, share) => {
      const { internationalFloor: floor } = tools.draft
      floor[i] = Math.max(floor[i]!, arrivals * share)
    })
  },
}

/** A ceiling over arrivals from abroad. */
export const internationalCap: Lever = {
  ...common,
  code: 'international-cap',
  title: 'Cap on international recruitment',
  summary:
    'No more than a part of today’s arrivals come, whatever the draw of arrivals says. The setting is how many times today’s arrivals exceed the cap: 1 lets as many come as today, 2 half as many.',
  setting: {
    unit: 'times',
    min: 0,
    max: 100,
    meaning: 'arrivals of the base year over those allowed; 0 for no cap',
  },
  basis: 'A limit, not an effect.',
  payer: 'nobody',
  decides: 'the Home Office',
  limits: 'A cap for all staff holds for each occupation apart: no occupation uses what another leaves.',
  directions: [{ measure: 'supply_heads', series: 'all', sign: -1 }],
  apply(settings, tools) {
    eachArrival(settings, tools, (i, arrivals, times) => {
      const { internationalCap: cap } = tools.draft
      cap[i] = Math.min(cap[i]!, arrivals / times)
    })
  },
}

function eachArrival(
  settings: Parameters<Lever['apply']>[0],
  { context }: LeverTools,
  limit: (index: number, arrivals: number, setting: number) => void,
): void {
  const { years, arrivals } = context
  for (const { scope, path } of settings)
    for (const o of inScope(context.occupations, scope))
      for (let y = 0; y < years; y++) if (path[y]! !== 0) limit(o * years + y, arrivals[o]!, path[y]!)
}
