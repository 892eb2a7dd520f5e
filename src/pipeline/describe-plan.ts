import type { Plan, PlannedLimit, PlanProblem, PlanRequest } from '../domain/plan.ts'
import { planEffects } from '../solver/plan-effects.ts'
import type { SolvedPlan } from '../solver/solve-plan.ts'
import type { Inputs } from './read-inputs.ts'

interface Found {
  readonly request: PlanRequest
  readonly inputs: Inputs
  readonly problem: PlanProblem
  readonly planned: readonly number[]
  readonly solved: SolvedPlan
  readonly iterations: number
  readonly unplanned: Float64Array
  readonly confirmed: Float64Array
  readonly difference: number
  readonly scenario: string
}

/** Coverage that every place a programme could add must bring to count as reaching an occupation. */
const REACHED = 0.001

/** A solved plan in codes, names and calendar years. */
export function describePlan(found: Found): Plan {
  const { request, inputs, problem, planned, solved, unplanned, confirmed } = found
  const { columns, targets, model, limits } = problem
  const { occupations } = inputs.reference
  const { programmes } = inputs.book
  const named = (isProgramme: boolean, index: number): { code: string; name: string } => {
    const { code, name } = (isProgramme ? programmes : occupations)[index] ?? {
      code: 'all',
      name: 'All joiners',
    }
    return { code, name }
  }
  const year = (t: number): number => model.baseYear + t
  return {
    request,
    baseYear: model.baseYear,
    from: year(Math.min(...targets.map(({ t }) => t))),
    until: year(model.years),
    limits,
    settings: columns.map(({ lever, index, step, base }, c) => ({
      lever,
      ...named(lever === 'places', index),
      year: year(step),
      base,
      value: solved.values[c]!,
    })),
    targets: targets.map(({ occupation, t, coverage }, i) => ({
      ...named(false, occupation),
      year: year(t),
      target: coverage,
      unplanned: unplanned[i]!,
      planned: solved.coverage[i]!,
      confirmed: confirmed[i]!,
      shortfall: solved.shortfall[i]!,
    })),
    cost: solved.cost,
    binding: solved.binding.map(({ index, years, ...limit }): PlannedLimit => {
      const isProgramme = limit.kind.startsWith('place')
      return { ...limit, ...named(isProgramme, index), years: years.map(year).sort((a, b) => a - b) }
    }),
    unreached: unreached(problem, solved).map((o) => occupations[o]!.name),
    leftOut: occupations.filter((_, o) => !planned.includes(o)).map(({ name }) => name),
    iterations: found.iterations,
    confirmation: { areas: inputs.model.areas, difference: found.difference },
    scenario: found.scenario,
  }
}

/** Occupations with a target that all places that could be added would hardly move. */
function unreached(problem: PlanProblem, { projection, values }: SolvedPlan): number[] {
  const { columns, targets } = problem
  const { supply } = planEffects(problem, projection, values)
  const most = new Map<number, number>()
  for (const [i, { occupation }] of targets.entries()) {
    const added = columns.reduce(
      (sum, { lever, base, upper }, c) => sum + (lever === 'places' ? supply[i]![c]! * (upper - base) : 0),
      0,
    )
    most.set(occupation, Math.max(most.get(occupation) ?? 0, added / projection.need[i]!))
  }
  return [...most].flatMap(([occupation, share]) => (share < REACHED ? [occupation] : []))
}
