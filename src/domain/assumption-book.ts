import type { CareTables, MoneyTables, SupplyTables } from './assumption-tables.ts'
import type { Distribution, UncertaintyTarget } from './engine-model.ts'
import type { Judged, Source } from './judgement.ts'

export type { Judged, Judgement, Source } from './judgement.ts'

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

export const TRAINING_ROUTES = ['degree', 'postgraduate', 'apprenticeship', 'vocational'] as const
export type TrainingRoute = (typeof TRAINING_ROUTES)[number]

export interface TrainingProgramme {
  readonly code: string
  readonly name: string
  readonly route: TrainingRoute
  readonly occupation: string
  /** Whole years from entry to completion. */
  readonly length: number
  /** Entrants a year, England. */
  readonly intake: number
  /** Share lost in the first year, and in each year after it. */
  readonly attritionFirst: number
  readonly attritionLater: number
  /** Share lost in every year that leaves as many at the end as the two above. */
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
  /** Part of the walk that a year keeps; undefined where it never turns back. See `UncertainFactor`. */
  readonly memory: number | undefined
  readonly meaning: string
  readonly unit: string
  readonly kind: AssumptionKind
}

/** Uncertain assumptions that move together. */
export interface Correlation {
  readonly id: string
  /** Ids of two or more lines of `uncertainty`, in its order. */
  readonly members: readonly string[]
  /** Correlation of the normal scores of each two of them. */
  readonly rho: number
  readonly meaning: string
}

/** Every judgement the model rests on, read and checked; keys are codes. */
export interface AssumptionBook extends MoneyTables, CareTables, SupplyTables {
  readonly services: readonly { readonly code: string; readonly name: string }[]
  readonly sources: ReadonlyMap<string, Source>
  /** What every column of every table means; see `families.csv`. */
  readonly families: readonly Family[]
  /** Published facts, each used or marked why not. */
  readonly facts: readonly SourceFact[]
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
  /** Rises of the pension age: the age concerned, when, and the change of the logarithm of its retirement hazard. */
  readonly pensionAge: readonly Judged<{
    age: number
    fromYear: number
    toYear: number
    strength: number
    low: number
    high: number
  }>[]
  /** Yearly change of FTE per head beyond age and sex, and the years in which it fades away; by occupation. */
  readonly participationTrend: ReadonlyMap<string, Judged<{ change: number; fadeYears: number }>>
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
  readonly correlations: readonly Judged<Correlation>[]
}

/** How a value is known to move: fixed at the base, following a trend, set by policy, or uncertain. */
export const ASSUMPTION_KINDS = ['measured', 'trend', 'lever', 'uncertain'] as const
export type AssumptionKind = (typeof ASSUMPTION_KINDS)[number]
export const IMPACTS = ['high', 'medium', 'low'] as const
export type Impact = (typeof IMPACTS)[number]

/** What one value column of a table of the book means, and what it may hold: a line of `families.csv`. */
export interface Family {
  readonly table: string
  /** Name of the column, or its beginning and `*` for a run of bands. */
  readonly column: string
  readonly meaning: string
  readonly unit: string
  readonly kind: AssumptionKind
  readonly period: string
  readonly place: string
  /** Least and greatest value that can be right. */
  readonly low: number
  readonly high: number
  /** Targets of `uncertainty.csv` that spread it; none where it is fixed. */
  readonly spreadBy: readonly string[]
  /** How much it moves the headline, judged; a study of sensitivity ranks what is uncertain. */
  readonly impact: Impact
}

export const FACT_ROLES = ['input', 'check', 'context'] as const

/** A published fact carried with its attribution: a line of `source-facts.csv`. */
export interface SourceFact {
  readonly id: string
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly unit: string
  readonly source: string
  readonly role: (typeof FACT_ROLES)[number]
  /** Tables, levers and tests that use it, as `kind:name`. */
  readonly usedBy: readonly string[]
  /** Why it is not used; empty where it is. */
  readonly reason: string
}

/** Key of a table with two or three parts. */
export const bookKey = (...parts: readonly string[]): string => parts.join('/')
