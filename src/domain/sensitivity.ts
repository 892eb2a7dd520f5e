import type { ResultArea, RunManifest, SeriesCode } from './projection.ts'

/** What a study of sensitivity looks at. */
export interface SensitivityRequest {
  readonly scenario: string
  /** Code of the area or region, or null for England. Several areas are taken as one. */
  readonly area: string | null
  /** Code of the series; `all` for all staff. */
  readonly series: string
  readonly measure: string
  /** Year of the 31 March, or null for the last. */
  readonly year: number | null
  readonly years: number
  readonly seed: number
  /** Pairs of draws that shares of variance rest on. */
  readonly base: number
  /** Names of scenarios to choose among, the study's own first; empty for no choice. */
  readonly decide: readonly string[]
  /** Worth of an FTE of gap closed for a year in pounds, or null for that of the book. */
  readonly value: number | null
}

/** Assumptions that are looked at as one: those that are drawn together, or one alone. */
export interface AssumptionGroup {
  readonly code: string
  readonly title: string
  /** Ids of its assumptions and effects. */
  readonly members: readonly string[]
}

/** An estimate with the interval that 95 in 100 resamples fall in. */
export interface Estimate {
  readonly estimate: number
  readonly low: number
  readonly high: number
}

/** What one group does to one output. */
export interface GroupInfluence {
  /** Share of the variance that would go if the group alone were known. */
  readonly first: Estimate
  /** Share that would stay if all but the group were known: with its part in interactions. */
  readonly total: Estimate
  /** Value that one draw in ten stays below, and above, where the group varies and all else is at its centre. */
  readonly p10: number
  readonly p90: number
}

/** A value of the projection and what moves it. */
export interface OutputInfluence {
  readonly series: SeriesCode
  readonly measure: string
  /** The central run. */
  readonly central: number
  /** Over draws of everything. */
  readonly mean: number
  readonly p10: number
  readonly p90: number
  /** In the order of the study's groups. */
  readonly groups: readonly GroupInfluence[]
}

/** A scenario that could be chosen. */
export interface DecisionOption {
  readonly name: string
  readonly title: string
  /** Means over draws: net benefit and net cost in pounds a year, gap in FTE. */
  readonly benefit: number
  readonly cost: number
  readonly gap: number
  /** Share of draws in which it is the best. */
  readonly best: number
}

/** What it would be worth to know more before choosing among scenarios, in pounds a year of the chosen year. */
export interface Decision {
  readonly options: readonly DecisionOption[]
  /** Pounds that an FTE of gap closed for a year is worth. */
  readonly value: number
  readonly draws: number
  /** Of knowing every assumption. */
  readonly perfect: number
  readonly groups: readonly AssumptionGroup[]
  /** Of knowing each of `groups` alone. */
  readonly partial: readonly number[]
}

/** Which assumptions matter. */
export interface Sensitivity {
  readonly scenario: string
  readonly area: ResultArea
  readonly year: number
  readonly seed: number
  readonly base: number
  /** Draws of each group alone. */
  readonly alone: number
  /** Runs of the model that it took. */
  readonly runs: number
  readonly groups: readonly AssumptionGroup[]
  /** The output asked for, then others of the same runs. */
  readonly outputs: readonly OutputInfluence[]
  readonly decision: Decision | null
}

/** A study with what it was made from. */
export interface StudyRecord extends Sensitivity, Pick<RunManifest, 'headroomVersion' | 'code' | 'inputs'> {}

/** Indices of an output's groups, the one with the greatest total share first. */
export const ranking = ({ groups }: OutputInfluence): number[] =>
  groups
    .map(({ total }, k) => ({ k, share: Number.isNaN(total.estimate) ? -1 : total.estimate }))
    .sort((a, b) => b.share - a.share || a.k - b.k)
    .map(({ k }) => k)
