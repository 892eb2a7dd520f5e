import type {
  LinearColumn,
  LinearProgramme,
  LinearRow,
  LinearSolution,
  SolveLinear,
} from '../domain/linear-programme.ts'
import type { PlanProblem, PlanProjection, PlanSolution } from '../domain/plan.ts'
import { bindingLimits } from './binding-limits.ts'
import type { PlanEffects } from './plan-effects.ts'
import type { LimitRow } from './plan-limits.ts'

/** What the linear programme is made about: a projection, the values it is of, and the effects there. */
export interface Linearisation {
  readonly projection: PlanProjection
  readonly values: Float64Array
  readonly effects: PlanEffects
  /** What the engine made of an effect over what the derivative says [target]. */
  readonly scale: Float64Array
  readonly limits: readonly LimitRow[]
  /** Part of its range that a column may move by from its value. */
  readonly reach: number
}

/** Pounds in a unit of the objective, so that its numbers are near those of the rows. */
const MILLION = 1e6
/**
 * Effects on a target this much smaller than the largest that the same lever has on it are left out, or the
 * last FTE of a shortfall would be bought by ways that hardly lead there. The iteration makes up for them.
 */
const NEGLIGIBLE = 0.01
/** FTE of shortfall, all targets together, that count as none. */
export const NO_SHORTFALL = 0.5
/** Shortfall beyond the least that the cheapest plan may have, share and FTE: room for rounding. */
const ROOM = 1e-6
/** What exceeding the cap on arrivals by a head weighs against an FTE of shortfall: never worth it. */
const BEYOND_CAP = 1000

/**
 * The least-cost plan about a projection: first the least shortfall, FTE summed over targets, that the limits
 * allow; then the least cost with no more shortfall than that.
 */
export async function solveProgramme(
  problem: PlanProblem,
  about: Linearisation,
  solve: SolveLinear,
): Promise<PlanSolution> {
  const { columns, targets } = problem
  const { effects } = about
  const rows: LinearRow[] = [...targetRows(problem, about), ...limitRows(problem, about)]
  const slack: LinearColumn = { cost: 0, lower: 0, upper: Number.POSITIVE_INFINITY }
  const shortfalls = targets.map(() => ({ ...slack, cost: 1 }))
  const excesses = about.limits.filter(isCap).map(() => ({ ...slack, cost: BEYOND_CAP }))
  const bounds = columns.map(({ lower, upper }, c): LinearColumn => {
    const reach = about.reach * (upper - lower)
    // A value rounded for a scenario may lie a little beyond a bound.
    const value = Math.min(upper, Math.max(lower, about.values[c]!))
    return { cost: 0, lower: Math.max(lower, value - reach), upper: Math.min(upper, value + reach) }
  })
  const first = await optimum({ columns: [...bounds, ...shortfalls, ...excesses], rows }, solve)
  const noMore: LinearRow = {
    sense: '<=',
    limit: first.objective * (1 + ROOM) + ROOM,
    columns: [...shortfalls, ...excesses].map((_, k) => columns.length + k),
    coefficients: [...shortfalls, ...excesses].map(({ cost }) => cost),
  }
  const priced = bounds.map((column, c) => ({
    ...column,
    cost: (effects.ownCost[c]! + effects.staffPay[c]!) / MILLION,
  }))
  const slacks = Array.from({ length: shortfalls.length + excesses.length }, () => slack)
  const second = await optimum({ columns: [...priced, ...slacks], rows: [...rows, noMore] }, solve)
  const values = second.values.slice(0, columns.length)
  const shortfall = second.values.slice(columns.length, columns.length + targets.length)
  return {
    values,
    shortfall: first.objective > NO_SHORTFALL ? shortfall : shortfall.fill(0),
    coverage: expected(problem, about, values),
    cost: costOf(problem, effects, values),
    binding: bindingLimits(problem, about.limits, { first, second, million: MILLION }),
  }
}

const isCap = ({ kind }: LimitRow): boolean => kind === 'international-share'

async function optimum(programme: LinearProgramme, solve: SolveLinear): Promise<LinearSolution> {
  const found = await solve(programme)
  // “No change” itself meets every limit, and shortfalls and excesses are free to grow.
  if (found.status !== 'optimal') throw new Error(`a plan’s linear programme is ${found.status}`)
  return found
}

/** Supply at each target plus its shortfall is at least the target. */
function targetRows(
  { columns, targets }: PlanProblem,
  { projection, values, effects, scale }: Linearisation,
): LinearRow[] {
  return targets.map(({ coverage }, i) => {
    const supply = effects.supply[i]!
    const most = new Map<string, number>()
    for (const [c, { lever }] of columns.entries())
      most.set(lever, Math.max(most.get(lever) ?? 0, Math.abs(supply[c]!)))
    const used: number[] = []
    const coefficients: number[] = []
    let limit = (coverage - projection.coverage[i]!) * projection.need[i]!
    for (let c = 0; c < columns.length; c++) {
      const effect = scale[i]! * supply[c]!
      if (Math.abs(supply[c]!) <= NEGLIGIBLE * most.get(columns[c]!.lever)!) continue
      used.push(c)
      coefficients.push(effect)
      limit += effect * values[c]!
    }
    return { sense: '>=', limit, columns: [...used, columns.length + i], coefficients: [...coefficients, 1] }
  })
}

/** The limits, each cap on arrivals with a way to exceed it. */
function limitRows({ columns, targets }: PlanProblem, { limits }: Linearisation): LinearRow[] {
  let excess = columns.length + targets.length
  return limits.map((row) =>
    isCap(row)
      ? { ...row, columns: [...row.columns, excess++], coefficients: [...row.coefficients, -1] }
      : row,
  )
}

/** Coverage that the linear programme expects [target]. */
function expected(
  { targets }: PlanProblem,
  { projection, values, effects, scale }: Linearisation,
  plan: Float64Array,
): Float64Array {
  return Float64Array.from(targets, (_, i) => {
    const change = effects.supply[i]!.reduce((sum, effect, c) => sum + effect * (plan[c]! - values[c]!), 0)
    return projection.coverage[i]! + (scale[i]! * change) / projection.need[i]!
  })
}

function costOf({ columns }: PlanProblem, effects: PlanEffects, plan: Float64Array): PlanSolution['cost'] {
  const cost = { total: 0, places: 0, arrivals: 0, retention: 0, pay: 0, staff: 0 }
  for (const [c, { lever, base }] of columns.entries()) {
    const change = plan[c]! - base
    cost[lever] += effects.ownCost[c]! * change
    cost.staff += effects.staffPay[c]! * change
    cost.total += (effects.ownCost[c]! + effects.staffPay[c]!) * change
  }
  return cost
}
