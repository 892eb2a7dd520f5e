import type { SolveLinear } from '../domain/linear-programme.ts'
import type { PlanProblem, PlanProjection, PlanSolution } from '../domain/plan.ts'
import { type PlanEffects, planEffects } from './plan-effects.ts'
import { fixedLimits, internationalLimits } from './plan-limits.ts'
import { solveProgramme } from './plan-programme.ts'

/** What the engine makes of values of the columns. */
export type ProjectPlan = (values: Float64Array) => Promise<PlanProjection>

/** A plan, and what the engine says of it. */
export interface SolvedPlan extends PlanSolution {
  readonly projection: PlanProjection
  /** Linear programmes solved, two optima each, and the largest difference of coverage that was left. */
  readonly iterations: number
  readonly difference: number
}

/** Where the search for a plan starts, and what it may do. */
export interface SolveOptions {
  /** Values to start from: “no change” or an earlier plan. */
  readonly start: Float64Array
  /** What the engine says of “no change”. */
  readonly unplanned: PlanProjection
  /** Difference of coverage between linear programme and engine to stop at. */
  readonly tolerance: number
  readonly iterations: number
  /** Iterations that an earlier search has made: later ones move less. */
  readonly settled: number
  /** Rounds a plan to what a scenario can say. */
  readonly round: (values: Float64Array) => Float64Array
  readonly onProgress?: (done: number) => void
}

/** Iterations after which derivatives and their scales are kept, so that the plan settles. */
const FRESH = 3
/** Part of a column's range that it may move by once derivatives are kept, and what is left of that with each iteration. */
const REACH = 0.4
const SHRINK = 0.4
/** Change of coverage from which the engine's answer says how good a derivative was, and how far that is believed. */
const TELLING = 0.002
const LEAST_SCALE = 0.2
const MOST_SCALE = 5

/**
 * Solves for the least-cost plan: a linear programme about the present projection, then the engine's
 * projection of its plan with feedback on, and again from there until both agree on the coverage of every
 * target. Where they still differ after the last iteration, `difference` says by how much.
 */
export async function solvePlan(
  problem: PlanProblem,
  project: ProjectPlan,
  solve: SolveLinear,
  { start, unplanned, tolerance, iterations, settled, round, onProgress }: SolveOptions,
): Promise<SolvedPlan> {
  const fixed = fixedLimits(problem)
  let values = start
  let projection = await project(start)
  let effects: PlanEffects = planEffects(problem, projection, values)
  let scale = new Float64Array(problem.targets.length).fill(1)
  for (let done = 1; ; done++) {
    const limits = [...fixed, ...internationalLimits(problem, unplanned, projection, effects, values)]
    const about = { projection, values, effects, scale, limits, reach: reachOf(settled + done) }
    const plan = await solveProgramme(problem, about, solve)
    const rounded = round(plan.values)
    const next = await project(rounded)
    onProgress?.(done)
    const difference = largestDifference(plan.coverage, next.coverage)
    if (difference <= tolerance || done === iterations)
      return { ...plan, values: rounded, projection: next, iterations: done, difference }
    if (settled + done < FRESH) scale = rescaled(scale, projection.coverage, plan.coverage, next.coverage)
    values = rounded
    projection = next
    if (settled + done < FRESH) effects = planEffects(problem, projection, values)
  }
}

/** Part of its range that a column may move by in an iteration. */
function reachOf(iteration: number): number {
  if (iteration <= FRESH) return 1
  let reach = REACH
  for (let k = FRESH + 1; k < iteration; k++) reach *= SHRINK
  return reach
}

/** The largest difference between two lists, in their unit. */
export const largestDifference = (a: Float64Array, b: Float64Array): number =>
  a.reduce((largest, value, i) => Math.max(largest, Math.abs(value - b[i]!)), 0)

/** Scales moved by how the change of coverage that came compares with the one expected. */
function rescaled(
  scale: Float64Array,
  before: Float64Array,
  expected: Float64Array,
  came: Float64Array,
): Float64Array<ArrayBuffer> {
  return Float64Array.from(scale, (factor, i) => {
    const wanted = expected[i]! - before[i]!
    if (Math.abs(wanted) < TELLING) return factor
    const ratio = Math.min(2, Math.max(0.5, (came[i]! - before[i]!) / wanted))
    return Math.min(MOST_SCALE, Math.max(LEAST_SCALE, factor * ratio))
  })
}
