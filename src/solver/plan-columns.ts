import type { EngineModel } from '../domain/engine-model.ts'
import type { PlanColumn, PlanLimits } from '../domain/plan.ts'
import { entrants } from './training.ts'

/** Most that a lever can set, over the base: places and arrivals three times beyond today’s. */
const MOST = 4

/** Which occupations the levers of a plan act on. */
export interface PlanReach {
  /** First step that the plan can change. */
  readonly firstStep: number
  readonly limits: PlanLimits
  /** Occupations whose arrivals and retention the plan sets, and those of them whose pay. */
  readonly planned: readonly number[]
  readonly paid: readonly number[]
}

/**
 * Everything a plan can set: places of every programme, and arrivals, retention and pay of the occupations
 * planned; each in every step from the first. Occupations with no arrivals under “no change” have none to set.
 * @param model under “no change”, one area
 */
export function planColumns(
  model: EngineModel,
  { firstStep, limits, planned, paid }: PlanReach,
): PlanColumn[] {
  const { years } = model
  const steps = Array.from({ length: Math.max(0, years - firstStep) }, (_, k) => firstStep + k)
  const programmes = [...model.programmeOccupation.keys()]
  return [
    ...programmes.flatMap((p) =>
      steps.map((step): PlanColumn => {
        const base = entrants(model, p, step)
        return {
          lever: 'places',
          index: p,
          step,
          base,
          lower: Math.min(base, base * limits['places-floor']),
          upper: base * MOST,
        }
      }),
    ),
    ...planned.flatMap((o) =>
      steps.flatMap((step): PlanColumn[] => {
        const at = o * years + step
        const base = model.international[at]!
        if (base === 0) return []
        const least = Math.max(model.internationalFloor[at]!, base * limits['arrivals-floor'])
        const upper = Math.max(base, Math.min(model.internationalCap[at]!, base * MOST))
        return [{ lever: 'arrivals', index: o, step, base, lower: Math.min(base, least), upper }]
      }),
    ),
    ...planned.flatMap((o) =>
      steps.map((step): PlanColumn => ({ lever: 'retention', index: o, step, base: 0, lower: 0, upper: 1 })),
    ),
    ...(limits['pay-growth'] > 0 ? paid : []).flatMap((o) =>
      steps.map(
        (step): PlanColumn => ({
          lever: 'pay',
          index: o,
          step,
          base: 0,
          lower: 0,
          upper: limits['pay-growth'],
        }),
      ),
    ),
  ]
}

/** The place of a column by lever, index and step; -1 for none. */
export function columnFinder(
  columns: readonly PlanColumn[],
): (lever: string, index: number, step: number) => number {
  const places = new Map(columns.map(({ lever, index, step }, c) => [`${lever}/${index}/${step}`, c]))
  return (lever, index, step) => places.get(`${lever}/${index}/${step}`) ?? -1
}
