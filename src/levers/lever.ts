import type { Occupation } from '../domain/occupation.ts'
import type { EffectTarget } from '../domain/policy.ts'
import type { PolicyDraft } from './draft.ts'
import type { PolicyNumbers } from './numbers.ts'

/** The five shifts of the plan that the levers are grouped by. */
export const SHIFTS = {
  cycle: 'Break the vicious cycle, then plan ahead',
  working: 'Disrupt outdated ways of working',
  fairness: 'Lay a foundation of fairness',
  parity: 'Parity for care work',
  innovation: 'Plan for innovation',
} as const
export type Shift = keyof typeof SHIFTS

/** How well the effect of a lever is known, best first. */
export const EVIDENCE = {
  tested: 'tested here: a controlled comparison in English health or care',
  associated: 'associated: studies of what went together, or tested elsewhere',
  judged: 'judged: reasoning, no study of the effect',
  arithmetic: 'arithmetic: the setting itself is the change',
} as const
export type Evidence = keyof typeof EVIDENCE

/** What a lever is set with. */
export interface SettingRule {
  /** Unit of the setting, for example `share` or `GBP a year`. */
  readonly unit: string
  readonly min: number
  readonly max: number
  /** What the number says, a phrase. */
  readonly meaning: string
}

/** What a lever’s setting can be limited to: `none`, or codes that `for:` takes. */
export type ScopeKind = 'none' | 'staff' | 'programmes' | 'transfers' | 'arrivals' | readonly string[]

/** A direction that a lever is known to move a measure in when it is set above zero. */
export interface Direction {
  readonly measure: string
  /** Code of a series: `all`, a sector, staff group or occupation. */
  readonly series: string
  readonly sign: 1 | -1
}

/** A policy lever: what it is set with, what is known of it and what it does. Its numbers are in `data/levers`. */
export interface Lever {
  readonly code: string
  readonly title: string
  readonly shift: Shift
  /** What the lever is, in a sentence or two. */
  readonly summary: string
  readonly setting: SettingRule
  readonly scope: ScopeKind
  /** Further numbers of a setting, by their key in a scenario. */
  readonly options?: Readonly<Record<string, SettingRule>>
  readonly evidence: Evidence
  /** What the effect rests on, a sentence. */
  readonly basis: string
  readonly lag: string
  readonly cost: string
  readonly payer: string
  readonly decides: string
  /** What the lever leaves out or cannot do. */
  readonly limits: string
  /** Parameters it takes from `data/levers/parameters.csv`, with their units. */
  readonly parameters: Readonly<Record<string, string>>
  readonly directions: readonly Direction[]
  /** Adds what the settings do to the policy. Called with settings of which at least one step is not zero. */
  readonly apply: (settings: readonly LeverSetting[], tools: LeverTools) => void
}

/** One setting of a lever in a scenario, as a path over the steps. */
export interface LeverSetting {
  /** What it is limited to; `all` where it isn’t. */
  readonly scope: string
  /** The setting in force in each step, phased in [y]. */
  readonly path: Float64Array
  readonly options: Readonly<Record<string, number>>
}

/** What levers may know of the workforce they act on. */
export interface LeverContext {
  readonly baseYear: number
  readonly years: number
  readonly occupations: readonly Occupation[]
  /** Heads and FTE in England at the base [o]. */
  readonly heads: Float64Array
  readonly fte: Float64Array
  /** Heads by area at the base [o][r]. */
  readonly headsByArea: Float64Array
  readonly areas: number
  /** Share of an occupation’s heads who are women of 25 to 44 [o]. */
  readonly mothersShare: Float64Array
  /** Pay and on-costs of an FTE, pounds a year [o]. */
  readonly payPerFte: Float64Array
  /** Arrivals from abroad a year at the base [o]. */
  readonly arrivals: Float64Array
  /** Share of an occupation’s arrivals that comes from each group of countries, by group [o]. */
  readonly origins: ReadonlyMap<string, Float64Array>
  readonly programmes: readonly { readonly code: string; readonly occupation: number }[]
  /** Areas on the coast and rural areas: 1 or 0 [r]. */
  readonly coastal: Float64Array
  readonly rural: Float64Array
}

/** What a lever works with: its context, its numbers, and ways to add to the policy. */
export interface LeverTools {
  readonly context: LeverContext
  readonly draft: PolicyDraft
  /** The transfers of work there are, by code. */
  readonly transfers: PolicyNumbers['transfers']
  /** The central value of one of the lever’s parameters. */
  readonly value: (parameter: string) => number
  /** Adds an effect with the strength of one of the lever’s parameters; nothing where the path is nothing. */
  readonly effect: (
    target: EffectTarget,
    members: readonly number[],
    path: Float64Array,
    parameter: string,
  ) => void
  /** Adds time freed, by the share of work in each step, to an occupation. */
  readonly free: (occupation: number, path: Float64Array) => void
  /** Adds people who join through a programme, heads in each step. */
  readonly add: (occupation: number, path: Float64Array) => void
  /** Multiplies an occupation’s pay by an index over the steps. */
  readonly raisePay: (occupation: number, index: Float64Array) => void
  /** Adds a yearly cost in pounds for all England, over the steps. */
  readonly fixedCost: (path: Float64Array, areas?: Float64Array) => void
  /** Adds a cost for each FTE or head of an occupation, pounds a year over the steps. */
  readonly unitCost: (
    unit: 'perFte' | 'perHead',
    costs: readonly { readonly occupation: number; readonly path: Float64Array }[],
  ) => void
}
