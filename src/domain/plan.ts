import type { DrawFactors } from './draw-factors.ts'
import type { EngineModel } from './engine-model.ts'

/** Limits that a plan keeps to, by their code in `data/levers/plan-limits.csv`. */
export const PLAN_LIMITS = {
  'discount-rate': 'share a year',
  'places-growth': 'share a year',
  'places-step': 'people',
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
    | 'arrivals-floor'
    | 'arrivals-most'
    | 'international-share'
    | 'retention-rise'
    | 'retention-most'
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
