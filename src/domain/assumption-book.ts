import type { Distribution, UncertaintyTarget } from './engine-model.ts'
import type { Basis, Quality } from './origin.ts'

/** A publication that figures and judgements lean on: one line of `data/assumptions/sources.csv`. */
export interface Source {
  readonly id: string
  readonly publisher: string
  readonly publication: string
  readonly edition: string
  readonly location: string
  readonly licence: string
  readonly address: string | null
}

/** Who says so, on what ground, until when: the end of every assumption's row. */
export interface Judgement {
  readonly file: string
  readonly row: number
  readonly basis: Basis
  readonly quality: Quality
  readonly source: Source
  readonly signedBy: string
  readonly expires: string
  readonly note: string
}

/** An assumption's values with their judgement. */
export type Judged<Values> = Values & { readonly judgement: Judgement }

/** Kinds of provider organisation that staff are counted in. */
export const ORGANISATIONS = ['acute', 'mental_health', 'community', 'ambulance', 'commissioning'] as const
export type Organisation = (typeof ORGANISATIONS)[number]

/** Lower edges of the age bands staff profiles are given in, with the upper edge of the last. */
export const STAFF_BANDS = [16, 25, 35, 45, 55, 65, 76] as const
export const JOINER_BANDS = [16, 21, 25, 30, 35, 45, 55, 65, 76] as const
export const HAZARD_BANDS = [16, 25, 35, 45, 55, 60, 65, 70, 76] as const
/** Lower edges of the population bands that use of services is given in; the last is open. */
export const USE_BANDS = [0, 5, 15, 25, 35, 45, 55, 65, 75, 85] as const

export const ROUTES = ['training', 'international', 'open'] as const
export type Route = (typeof ROUTES)[number]
export const CAUSES = ['leave', 'retire', 'ill'] as const
export type Cause = (typeof CAUSES)[number]

/** How a national stock is spread over areas. */
export type Spread =
  | { readonly kind: 'staff-group'; readonly staffGroup: string }
  | { readonly kind: 'gp-rates'; readonly role: string }
  /** Staff of practices, heads and FTE apart where the panel counts both. */
  | { readonly kind: 'practice-panel'; readonly role: string }
  | { readonly kind: 'pcn' }
  /** People with long-term support who get a direct payment. */
  | { readonly kind: 'direct-payments' }
  | { readonly kind: 'population'; readonly group: string }

export interface TrainingProgramme {
  readonly code: string
  readonly name: string
  readonly occupation: string
  /** Whole years from entry to completion. */
  readonly length: number
  /** Entrants a year, England. */
  readonly intake: number
  /** Share of a stage lost in a year. */
  readonly attrition: number
  /** Share of completers who join the occupation. */
  readonly join: number
}

export interface Uncertainty {
  readonly id: string
  readonly target: UncertaintyTarget
  /** `all`, or a code of a sector, staff group, occupation or service. */
  readonly scope: string
  readonly distribution: Distribution
  readonly walk: number
  readonly meaning: string
  readonly unit: string
  readonly kind: 'measured' | 'trend' | 'lever' | 'uncertain'
}

/** Every judgement the model rests on, read and checked; keys are codes. */
export interface AssumptionBook {
  readonly services: readonly { readonly code: string; readonly name: string }[]
  readonly sources: ReadonlyMap<string, Source>
  readonly splits: ReadonlyMap<
    string,
    Judged<{ share: number; ftePerHead: number; propensity: Readonly<Record<Organisation, number>> }>
  >
  readonly stocks: ReadonlyMap<string, Judged<{ heads: number; fte: number; spread: Spread }>>
  /** Female share and shares of the staff bands, by profile. */
  readonly ageSex: ReadonlyMap<string, Judged<{ female: number; ages: readonly number[] }>>
  /** FTE per head by staff band; key `profile/sex`. */
  readonly participation: ReadonlyMap<string, Judged<{ bands: readonly number[] }>>
  /** Shares of the joiner bands; key `profile/route`. */
  readonly joinerAges: ReadonlyMap<string, Judged<{ bands: readonly number[] }>>
  /** Hazards per year (for `leave`, relative) by hazard band; key `profile/cause/sex`. */
  readonly hazards: ReadonlyMap<string, Judged<{ bands: readonly number[] }>>
  readonly turnover: ReadonlyMap<string, Judged<{ leaverRate: number; joinerRate: number }>>
  readonly annualisation: ReadonlyMap<string, Judged<{ leaverFactor: number; joinerFactor: number }>>
  /** How many such months a year's residual flow is, and the years in which it fades away; by staff group. */
  readonly residual: ReadonlyMap<string, Judged<{ months: number; fadeYears: number }>>
  readonly moves: readonly Judged<{ from: string; to: string; hazard: number }>[]
  readonly mobility: Judged<{ bands: readonly number[] }>
  readonly programmes: readonly Judged<TrainingProgramme>[]
  readonly international: ReadonlyMap<string, Judged<{ arrivals: number }>>
  readonly vacancies: ReadonlyMap<string, Judged<{ rate: number }>>
  readonly unmet: ReadonlyMap<string, Judged<{ share: number }>>
  /** Weight of a service in an occupation's need; key `occupation/service`. */
  readonly needWeights: ReadonlyMap<string, Judged<{ weight: number }>>
  /** Relative use per head by use band; key `service/sex`. */
  readonly use: ReadonlyMap<string, Judged<{ bands: readonly number[] }>>
  readonly growth: ReadonlyMap<string, Judged<{ growth: number }>>
  readonly productivity: ReadonlyMap<string, Judged<{ growth: number }>>
  readonly uncertainty: readonly Judged<Uncertainty>[]
}

/** Key of a table with two or three parts. */
export const bookKey = (...parts: readonly string[]): string => parts.join('/')
