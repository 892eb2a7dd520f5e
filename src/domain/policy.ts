import type { Distribution } from './distribution.ts'

/** What a lever's effect acts on. Each is a factor; its members are indices of what it acts on. */
export type EffectTarget =
  /** Hazards and joiners of occupations. */
  | 'leave'
  | 'retire'
  | 'ill'
  | 'move'
  | 'training'
  | 'international'
  | 'return'
  | 'fill'
  | 'added'
  /** Share of a stage lost a year; members are programmes. */
  | 'attrition'
  /** Sickness absence of occupations. */
  | 'sickness'
  /** Leaving and the filling of posts in areas; members are areas. */
  | 'place-leave'
  | 'place-fill'
  /** Time freed, and FTE per head, of occupations. */
  | 'time-freed'
  | 'participation'
  /** Hours of unpaid care, and the carers whom it keeps from paid work; no members. */
  | 'unpaid-hours'
  | 'carers-work'

/** An effect of a lever: its target is multiplied by exp(path[y] x strength) in step y. */
export interface PolicyEffect {
  /** Effects with the same id share their draw of the strength. */
  readonly id: string
  /** Code of the lever. */
  readonly lever: string
  readonly target: EffectTarget
  /** Indices of the members, ascending; empty for targets without members. */
  readonly members: Int32Array
  /** How much of the effect is there in each step, 0 for none [y]. */
  readonly path: Float64Array
  /** Effect on the logarithm of the target where the path is 1. */
  readonly strength: Distribution
}

/** A change to the entrants of a training programme, by year of entry from the base on [y]. */
export interface IntakeChange {
  /** Index of the programme. */
  readonly programme: number
  /** Factor on the entrants [y]. */
  readonly factor: Float64Array
  /** Entrants added after the factor, heads [y]. */
  readonly added: Float64Array
}

/** A share of one occupation's work that another takes over. */
export interface Transfer {
  readonly from: number
  readonly to: number
  /** FTE of `to` for each FTE of `from` relieved. */
  readonly rate: number
  /** Share of the work of `from`, 0 at the base [t]. */
  readonly share: Float64Array
}

/** What a lever costs beyond pay and training that the model counts by itself; pounds of the price year. */
export interface LeverCost {
  readonly lever: string
  /** Who pays: a plain word or two, such as `NHS England`. */
  readonly payer: string
  /** Pounds a year in England [t]. */
  readonly fixed: Float64Array
  /** Weight of each area in the fixed cost [r]; null where the population's weight serves. */
  readonly areas: Float64Array | null
  /** Pounds a year for each FTE, head and joiner [o][t]; null for none. */
  readonly perFte: Float64Array | null
  readonly perHead: Float64Array | null
  readonly perJoiner: Float64Array | null
}

/**
 * What a scenario's levers do, resolved to arrays in the order of the engine's model: o occupation, t point
 * in time from 0, y step; the last index runs fastest. A policy without levers leaves every number as it is.
 */
export interface Policy {
  /** Name of the scenario. */
  readonly scenario: string
  /** Whether pressure on staff feeds back on leaving, sickness and training. */
  readonly feedback: boolean
  /** Multiplicative effects with uncertain strength. */
  readonly effects: readonly PolicyEffect[]
  readonly intakes: readonly IntakeChange[]
  /** Arrivals from abroad: factor on the central ones, and limits in heads a year [o][y]. */
  readonly international: {
    readonly factor: Float64Array
    readonly floor: Float64Array
    readonly cap: Float64Array
  }
  /** Heads a year who join through programmes [o][y]. */
  readonly added: Float64Array
  /** Real pay over that of the baseline path [o][y]. */
  readonly pay: Float64Array
  /** Funded posts relative to the base; NaN where they follow need [o][t]. */
  readonly postsPath: Float64Array
  readonly transfers: readonly Transfer[]
  /** Time freed, share of need [o][t]. */
  readonly timeFreed: Float64Array
  /** Contracted time at work relative to the base [o][t]. */
  readonly timeAtWork: Float64Array
  /** FTE per head relative to the base [o][t]. */
  readonly participation: Float64Array
  readonly costs: readonly LeverCost[]
}
