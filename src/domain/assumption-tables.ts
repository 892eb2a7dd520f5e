import type { Sex } from './cohort.ts'
import type { Judged } from './judgement.ts'

/** Lower edges of the bands that adults are given in; the last is open. */
export const ADULT_BANDS = [16, 25, 35, 45, 55, 65, 75, 85] as const
/** Bands of weekly hours that the census counts carers in. */
export const CARE_HOURS = ['1-9', '10-19', '20-34', '35-49', '50+'] as const
/** Bands that make a carer a heavy one: 35 hours or more. */
export const HEAVY_HOURS = ['35-49', '50+'] as const

/** Families about pay, prices and public money. Amounts are pounds of the price year. */
export interface MoneyTables {
  /** Year whose prices amounts are in. */
  readonly prices: Judged<{ year: number }>
  /** What an FTE of unmet need is worth in a year, for the value of information. */
  readonly decisionValue: Judged<{ value: number }>
  /** By occupation: pay a year for one FTE; employer's national insurance and levy, and pension, over pay. */
  readonly pay: ReadonlyMap<string, Judged<{ pay: number; onCosts: number; pension: number }>>
  /** By sector: real growth a year of pay and of what staff could earn elsewhere; share of extra pay that returns as tax. */
  readonly payPaths: ReadonlyMap<string, Judged<{ growth: number; outside: number; taxReturned: number }>>
  /** By sector: share of vacant FTE covered by temporary staff, and their cost over payPerFte as a share of it. */
  readonly temporary: ReadonlyMap<string, Judged<{ share: number; premium: number }>>
  /** By programme: public cost of a student's year; places that could be added on placement, as a share. */
  readonly trainingCosts: ReadonlyMap<string, Judged<{ cost: number; spare: number }>>
}

/** Families about unpaid care and children's therapies. */
export interface CareTables {
  /** By sex: hours of care a week that a person needs, by use band. */
  readonly careNeed: ReadonlyMap<Sex, Judged<{ bands: readonly number[] }>>
  /** Key `sex/any` and `sex/heavy`: share of residents who give unpaid care, any or 35 hours and more a week, by adult band. */
  readonly carers: ReadonlyMap<string, Judged<{ bands: readonly number[] }>>
  /** By band of weekly hours: carers counted, and their mean hours a week. */
  readonly careHours: ReadonlyMap<string, Judged<{ carers: number; hours: number }>>
  /** By occupation: hours of care a year that one FTE at work gives. */
  readonly formalCare: ReadonlyMap<string, Judged<{ hours: number }>>
  /** How carers answer to hours: heavy carers' elasticity, women's share of extra hours. */
  readonly careResponse: Judged<{ heavyElasticity: number; womenMarginal: number }>
  /** By service of a tier of children's therapies: hours of staff a year per 1,000 children. */
  readonly tiers: ReadonlyMap<string, Judged<{ hours: number }>>
  /** Key `tier/occupation`: share of the tier's hours that the occupation gives. */
  readonly tierStaff: ReadonlyMap<string, Judged<{ share: number }>>
}

/** Families about supply that came with the whole model. */
export interface SupplyTables {
  /** By occupation: least and most arrivals from abroad a year; no limit where null. */
  readonly internationalLimits: ReadonlyMap<string, Judged<{ floor: number; cap: number | null }>>
  /** By country group: whether the World Health Organization asks not to recruit there. */
  readonly countryGroups: ReadonlyMap<string, Judged<{ name: string; safeguarded: boolean }>>
  /** Key `kind/country group`: share of a kind of arrivals that comes from the group. */
  readonly origins: ReadonlyMap<string, Judged<{ share: number }>>
  /** Work that may pass from one occupation to another: FTE of `to` per FTE of `from` relieved, share a year in no change, most. */
  readonly division: readonly Judged<{
    from: string
    to: string
    rate: number
    trend: number
    limit: number
  }>[]
  /** By sector: share of contracted time spent on study and training, at the base and ten years on. */
  readonly studyLeave: ReadonlyMap<string, Judged<{ share: number; later: number }>>
  /** By sex: share of residents in the labour force, by adult band. */
  readonly labourForce: ReadonlyMap<Sex, Judged<{ bands: readonly number[] }>>
  /** What studies found, the conflicting beside the agreeing. */
  readonly evidence: readonly Judged<{
    id: string
    finding: string
    usedBy: string
    value: number | null
    low: number | null
    high: number | null
  }>[]
}
