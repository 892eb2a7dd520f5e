import type { DrawFactors } from './draw-factors.ts'
import type { EngineModel } from './engine-model.ts'

/** Limits that a plan keeps to, by their code in `data/levers/plan-limits.csv`. */
export const PLAN_LIMITS = {
  'discount-rate': 'share a year',
  'places-growth': 'share a year',
  'places-step': 'people',
  'places-fall': 'share a year',
  'places-floor': 'share',
  'arrivals-growth': 'share a year',
  'arrivals-step': 'people',
  'arrivals-floor': 'share',
  'international-share': 'share',
  'international-share-year': 'year',
  'retention-rise': 'share a year',
  'pay-growth': 'share a year',
} as const
export type PlanLimit = keyof typeof PLAN_LIMITS
export const PLAN_LIMIT_CODES = Object.keys(PLAN_LIMITS) as readonly PlanLimit[]
export type PlanLimits = Readonly<Record<PlanLimit, number>>

/** What a plan can set. */
export type PlanLever = 'places' | 'arrivals' | 'retention' | 'pay'

/** One number that a plan sets: entrants, arrivals, share of staff covered or growth of pay in a step. */
export interface PlanColumn {
  readonly lever: PlanLever
  /** Index of the programme for places, of the occupation for the others. */
  readonly index: number
  /** Step, from 31 March of the base year + step to the next. */
  readonly step: number
  /** Its value under “no change”, and the least and most it can be. */
  readonly base: number
  readonly lower: number
  readonly upper: number
}

/** Coverage that an occupation should have at a point in time. */
export interface PlanTarget {
  readonly occupation: number
  /** Point in time, years after the base. */
  readonly t: number
  /** Full-time equivalents at work over those needed. */
  readonly coverage: number
}

/** Everything the solver plans by. Indices: o occupation, p programme; years are steps of the model. */
export interface PlanProblem {
  /** The model under “no change”, all areas as one. */
  readonly model: EngineModel
  readonly columns: readonly PlanColumn[]
  readonly targets: readonly PlanTarget[]
  readonly limits: PlanLimits
  /** First step that the plan can change. */
  readonly firstStep: number
  /** Pounds a year for a student, and placements to spare at the base over students [p]. */
  readonly studentCost: Float64Array
  readonly sparePlacements: Float64Array
  /** Share a year by which placements can grow. */
  readonly placementGrowth: number
  /** Pounds for an arrival beyond those of “no change”. */
  readonly arrivalCost: number
  /** Effect of full coverage by the retention programme on the logarithm of leaving [o], pounds a head, and its lag in years. */
  readonly retentionEffect: Float64Array
  readonly retentionCost: number
  readonly retentionLag: number
  /** Exponents of pay on leaving and on filling posts [o]. */
  readonly payOnLeaving: Float64Array
  readonly payOnFilling: Float64Array
  /** Whether the pay of staff whom the plan adds counts as cost. */
  readonly countStaffPay: boolean
}

/** What the engine says of a plan. */
export interface PlanProjection {
  /** The model under the plan, all areas as one, and its central draw. */
  readonly model: EngineModel
  readonly draw: DrawFactors
  /** Coverage that the chosen share of draws reach at least, and need where it is near that, FTE [target]. */
  readonly coverage: Float64Array
  readonly need: Float64Array
  /** Central run: funded posts, FTE [o][t]. */
  readonly funded: Float64Array
  /** Central run: heads that join in each step by every route, and from abroad [y]. */
  readonly joiners: Float64Array
  readonly arrivals: Float64Array
}

/** A limit that the plan would gain by loosening. */
export interface BindingLimit {
  readonly kind:
    | 'target'
    | 'places-growth'
    | 'places-fall'
    | 'places-floor'
    | 'places-most'
    | 'placements'
    | 'arrivals-growth'
    | 'arrivals-fall'
    | 'arrivals-floor'
    | 'arrivals-most'
    | 'international-share'
    | 'retention-rise'
    | 'pay-growth'
  /** Index of the programme or occupation; -1 for none. */
  readonly index: number
  /** Steps, or points in time for placements and targets, in which it binds. */
  readonly years: readonly number[]
  /** Pounds that a unit more in each of those years saves, discounted; a target's unit is an FTE less. */
  readonly worth: number
  /** FTE that a unit more in each of those years takes off the shortfall, summed over targets. */
  readonly shortfall: number
}

/** What the solver found. */
export interface PlanSolution {
  /** Value of each column. */
  readonly values: Float64Array
  /** Coverage that the linear programme expects, and the shortfall it cannot avoid, FTE [target]. */
  readonly coverage: Float64Array
  readonly shortfall: Float64Array
  /** Discounted pounds beyond “no change”, all and by lever; `staff` is the pay of staff added. */
  readonly cost: { readonly total: number } & Readonly<Record<PlanLever | 'staff', number>>
  readonly binding: readonly BindingLimit[]
}

/** What can be asked of a plan: coverage 1 for all need, draws in 100 that meet it, years planned, draws made. */
export const PLAN_ASKS = {
  coverage: { least: 0.01, most: 1.5 },
  // A share of draws nearer to none or all would need more draws than a search can project.
  quantile: { least: 50, usual: 80, most: 95 },
  years: { least: 6, usual: 15 },
  // Each step of the search projects them anew.
  draws: { usual: 100 },
} as const

/** What a plan is asked for. */
export interface PlanRequest {
  /** Full-time equivalents at work over those needed, 1 for all; null for each occupation’s at the base. */
  readonly coverage: number | null
  /** Share of draws in which the target is to be met, per cent. */
  readonly quantile: number
  /** Steps planned. */
  readonly years: number
  /** Years of the 31 Marches from which on the target holds; null for the last fifth of the years. */
  readonly from: number | null
  /** Codes of occupations, staff groups or sectors; none for those that are trained for. */
  readonly occupations: readonly string[]
  readonly draws: number
  readonly seed: number
  /** Limits in place of those of the data. */
  readonly limits: Readonly<Partial<PlanLimits>>
  /** Whether the pay of staff whom the plan adds counts as cost. */
  readonly countStaffPay: boolean
}

/** One number of a plan: in a year, what a lever is set to. */
export interface PlannedSetting {
  readonly lever: PlanLever
  /** Code of the programme or occupation. */
  readonly code: string
  readonly name: string
  /** The year that starts on this 31 March. */
  readonly year: number
  /** Entrants, arrivals, share of staff covered or growth of pay; under “no change” and under the plan. */
  readonly base: number
  readonly value: number
}

/** What becomes of one target. */
export interface PlannedTarget {
  readonly code: string
  readonly name: string
  readonly year: number
  readonly target: number
  /** Coverage that the chosen share of draws reach: under “no change”, as the solver plans, as the full engine confirms. */
  readonly unplanned: number
  readonly planned: number
  readonly confirmed: number
  /** FTE that the plan falls short by, 0 where it doesn't. */
  readonly shortfall: number
}

/** A limit that costs something, by its code and names. */
export interface PlannedLimit extends Omit<BindingLimit, 'index' | 'years'> {
  readonly code: string
  readonly name: string
  /** Years in which it binds: of the 31 March they start on, of targets and placements of that 31 March. */
  readonly years: readonly number[]
}

/** A least-cost plan, as it is reported. */
export interface Plan {
  readonly request: PlanRequest
  readonly baseYear: number
  /** First 31 March of the target, and the last of the plan. */
  readonly from: number
  readonly until: number
  readonly limits: PlanLimits
  /** Every number that the plan sets, those that stay as they are among them. */
  readonly settings: readonly PlannedSetting[]
  readonly targets: readonly PlannedTarget[]
  /** Discounted pounds beyond “no change” from the base to the horizon. */
  readonly cost: PlanSolution['cost']
  readonly binding: readonly PlannedLimit[]
  /** Occupations planned for that no training programme can bring nearer to the target, by name. */
  readonly unreached: readonly string[]
  /** Occupations that the plan leaves as they are, by name. */
  readonly leftOut: readonly string[]
  readonly iterations: number
  /** Areas of the confirming run, and the largest difference of its coverage from the plan’s. */
  readonly confirmation: { readonly areas: number; readonly difference: number }
  /** The plan as a scenario file. */
  readonly scenario: string
}
