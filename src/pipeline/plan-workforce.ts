import type { Simulate } from '../domain/ensemble.ts'
import type { InputFiles } from '../domain/input-files.ts'
import type { SolveLinear } from '../domain/linear-programme.ts'
import type { Plan, PlanProjection, PlanRequest } from '../domain/plan.ts'
import { largestDifference, type SolvedPlan, solvePlan } from '../solver/solve-plan.ts'
import { describePlan } from './describe-plan.ts'
import { planProblem } from './plan-problem.ts'
import { projectPlan } from './plan-projection.ts'
import { planScenario, roundPlan } from './plan-scenario.ts'
import { NO_CHANGE, readScenario } from './read-scenario.ts'
import { readScenarioInputs, resolveScenario } from './read-scenario-inputs.ts'

/** Where a plan’s ensembles run: one of a single area, asked for often, and one of all areas. */
export interface PlanEngines {
  readonly quick: Simulate
  readonly full: Simulate
  readonly solve: SolveLinear
}

/** Difference of coverage that a plan is confirmed within, a tenth of a point, and the search’s own. */
export const CONFIRMED = 0.001
const SEARCH = 0.0005
/** Difference at which a first search ends: all areas will move it as much again. */
const ROUGH = 0.003
/** Linear programmes in one search, and searches that begin again from what all areas showed. */
const ITERATIONS = 12
const SEARCHES = 4
/** Iterations after which a search counts as settled. */
const SETTLED = 6
const FILE = 'plan.yaml'

/**
 * Finds the least-cost plan and has the full engine, all areas with feedback on, confirm it: the search runs
 * on England as one area, set right by the difference that all areas make, and again where that moved.
 * @throws HeadroomError where the request or the inputs are wrong
 */
export async function planWorkforce(
  files: InputFiles,
  request: PlanRequest,
  { quick, full, solve }: PlanEngines,
  onProgress?: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<Plan> {
  const inputs = readScenarioInputs(files, NO_CHANGE, request.years)
  const { reference, book } = inputs
  const { problem, planned } = planProblem(files, request, inputs)
  const codes = {
    baseYear: problem.model.baseYear,
    years: request.years,
    programmes: book.programmes.map(({ code }) => code),
    occupations: reference.occupations.map(({ code }) => code),
  }
  const title = titleOf(request)
  const text = (values: Float64Array): string => planScenario(problem.columns, values, codes, title)
  /** A model under the scenario file of a plan, as anyone would read it: of all areas, or of England as one. */
  const modelOf = (values: Float64Array, model: PlanProjection['model']) => {
    const given = new Map([...files, [`given/${FILE}`, text(values)]])
    return resolveScenario(given, readScenario(given, FILE), { ...inputs, model }).model
  }
  // Funded posts matter to a derivative where open recruitment fills them.
  const looked = reference.occupations.flatMap((_, o) =>
    planned.includes(o) || problem.model.fill[o]! > 0 ? [o] : [],
  )
  const project = (model: PlanProjection['model'], simulate: Simulate): Promise<PlanProjection> =>
    projectPlan(
      model,
      reference,
      model.areas > 1 ? planned : looked,
      problem.targets,
      request,
      simulate,
      signal,
    )

  const base: Float64Array = Float64Array.from(problem.columns, (column) => column.base)
  const unplanned = await project(problem.model, quick)
  const unplannedInFull = await project(inputs.model, full)
  let offset: Float64Array = differences(unplannedInFull.coverage, unplanned.coverage)
  let start: Float64Array = base
  let iterations = 0
  for (let search = 1; ; search++) {
    const corrected = async (values: Float64Array): Promise<PlanProjection> => {
      const found = await project(modelOf(values, problem.model), quick)
      return { ...found, coverage: found.coverage.map((value, i) => value + offset[i]!) }
    }
    const solved: SolvedPlan = await solvePlan(problem, corrected, solve, {
      start,
      unplanned,
      tolerance: search === 1 ? ROUGH : SEARCH,
      iterations: ITERATIONS,
      // A later search only makes up for what all areas moved.
      settled: search === 1 ? 0 : SETTLED,
      round: (values) => roundPlan(problem.columns, values),
      onProgress: (done) => onProgress?.(Math.min(iterations + done, ITERATIONS), ITERATIONS + 1),
    })
    iterations += solved.iterations
    const inFull = await project(modelOf(solved.values, inputs.model), full)
    const difference = largestDifference(solved.coverage, inFull.coverage)
    if (difference <= CONFIRMED || search === SEARCHES) {
      onProgress?.(1, 1)
      return describePlan({
        request,
        inputs,
        problem,
        planned,
        solved,
        iterations,
        unplanned: unplannedInFull.coverage,
        confirmed: inFull.coverage,
        difference,
        scenario: text(solved.values),
      })
    }
    const moved = differences(inFull.coverage, solved.projection.coverage)
    const before = offset
    offset = moved.map((value, i) => value + before[i]!)
    start = solved.values
  }
}

const differences = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, i) => value - b[i]!)

function titleOf({ coverage, quantile, draws, seed, years }: PlanRequest) {
  const share =
    coverage === null ? 'as much of need as today' : `${Math.round(coverage * 1000) / 10} % of need`
  return {
    title: `Least-cost plan to cover ${share}`,
    description:
      `Made by “headroom plan”: the least-cost path of training places, arrivals, retention and pay over ` +
      `${years} years by which ${quantile} of 100 draws cover ${share} (${draws} draws, seed ${seed}). ` +
      'Limits and costs are judgements; see the how-to on plans.',
  }
}
