import type { EngineModel } from '../domain/engine-model.ts'
import type { InputFiles } from '../domain/input-files.ts'
import type { Occupation } from '../domain/occupation.ts'
import type { PlanLimits, PlanProblem, PlanRequest } from '../domain/plan.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { readPlanLimits } from '../levers/read-plan-limits.ts'
import { isIn } from '../levers/staff.ts'
import { planColumns } from '../solver/plan-columns.ts'
import { distributionCentre } from '../stats/distribution.ts'
import { readAllLeverNumbers } from './describe-levers.ts'
import { mergeAreas } from './merge-areas.ts'
import type { Inputs } from './read-inputs.ts'

/** First step that a plan changes: the one after that under way. */
const FIRST_STEP = 1

/** Point in time from which a target holds unless told: over the last fifth of the years. */
const usualStart = (years: number): number => years + 1 - Math.max(1, Math.round(years / 5))

/** A problem, and which occupations it plans for. */
export interface StatedProblem {
  readonly problem: PlanProblem
  /** Indices of the occupations planned for. */
  readonly planned: readonly number[]
}

/**
 * States what a plan is to do: targets, limits, costs and everything it can set.
 * @param inputs under “no change”
 * @throws HeadroomError for an unknown occupation, a year out of range or limits that are wrong
 */
export function planProblem(files: InputFiles, request: PlanRequest, inputs: Inputs): StatedProblem {
  const { reference, book } = inputs
  const model = mergeAreas(inputs.model)
  const numbers = readAllLeverNumbers(files)
  const number = (lever: string, parameter: string): number => numbers.parameter(lever, parameter).value
  const limits = limitsOf(files, request, inputs)
  const planned = plannedOccupations(request.occupations, reference.occupations, model)
  const first = targetStart(request, model)
  const points = Array.from({ length: model.years + 1 - first }, (_, k) => first + k)
  const studied = (o: number): boolean => {
    const group = reference.occupations[o]!.staffGroup
    return group === 'nurses-health-visitors' || group === 'midwives'
  }
  return {
    planned,
    problem: {
      model,
      limits,
      firstStep: FIRST_STEP,
      columns: planColumns(model, {
        firstStep: FIRST_STEP,
        limits,
        planned,
        paid: planned.filter((o) => model.fill[o]! > 0),
      }),
      targets: planned.flatMap((occupation) =>
        points.map((t) => ({
          occupation,
          t,
          // FTE at work are those in post at the base.
          coverage: request.coverage ?? 1 / model.needRatio[occupation]!,
        })),
      ),
      studentCost: Float64Array.from(book.programmes, ({ code }) => book.trainingCosts.get(code)!.cost),
      sparePlacements: Float64Array.from(book.programmes, ({ code }) => book.trainingCosts.get(code)!.spare),
      placementGrowth: number('training-places', 'placement_growth'),
      arrivalCost: number('international-recruitment', 'cost'),
      retentionEffect: Float64Array.from(reference.occupations, (_, o) =>
        number('retention-programme', studied(o) ? 'leave' : 'leave_elsewhere'),
      ),
      retentionCost: number('retention-programme', 'cost'),
      retentionLag: number('retention-programme', 'lag'),
      payOnLeaving: exponents(model, 'pay-leave'),
      payOnFilling: exponents(model, 'pay-fill'),
      countStaffPay: request.countStaffPay,
    },
  }
}

function limitsOf(files: InputFiles, { limits }: PlanRequest, { book }: Inputs): PlanLimits {
  const read = readPlanLimits(files, book.sources)
  const own = Object.fromEntries([...read].map(([limit, { value }]) => [limit, value])) as Record<
    keyof PlanLimits,
    number
  >
  return { ...own, ...limits }
}

/**
 * The occupations to plan for: those in some scopes, or those whose posts open recruitment does not fill,
 * which take training.
 * @throws HeadroomError `occupation-unknown`
 */
function plannedOccupations(
  scopes: readonly string[],
  occupations: readonly Occupation[],
  { fill }: EngineModel,
): number[] {
  for (const code of scopes)
    if (!occupations.some((occupation) => isIn(code, occupation)))
      throw new HeadroomError('occupation-unknown', { code })
  return occupations.flatMap((occupation, o) => {
    const isPlanned = scopes.length === 0 ? fill[o] === 0 : scopes.some((scope) => isIn(scope, occupation))
    return isPlanned ? [o] : []
  })
}

/** The first point in time that the target holds at. */
function targetStart({ from }: PlanRequest, { baseYear, years }: EngineModel): number {
  if (from === null) return usualStart(years)
  const first = baseYear + FIRST_STEP + 1
  const last = baseYear + years
  if (from < first || from > last) throw new HeadroomError('year-out-of-range', { year: from, first, last })
  return from - baseYear
}

/** Central exponents of pay by occupation; several that cover one add up [o]. */
function exponents({ uncertainty, occupations }: EngineModel, target: string): Float64Array {
  const sums = new Float64Array(occupations)
  for (const factor of uncertainty) {
    if (factor.target !== target) continue
    const members = factor.members.length > 0 ? factor.members : sums.keys()
    for (const o of members) sums[o]! += distributionCentre(factor.distribution)
  }
  return sums
}
