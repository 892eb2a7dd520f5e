import type { Distribution } from './distribution.ts'
import type { PolicyEffect } from './policy.ts'

export type { Distribution } from './distribution.ts'

/**
 * Everything the engine needs, resolved: plain typed arrays in fixed order, no names to look up.
 * o occupation, s sex, a age (0 is 16), r area, t year index (0 is the base year), y step from t to
 * t + 1, v service, p training programme, m move, k transfer of work; the last index runs fastest.
 */
export interface EngineModel {
  readonly baseYear: number
  /** Number of steps; results have years + 1 points in time. */
  readonly years: number
  readonly occupations: number
  readonly areas: number
  readonly services: number
  /** Index of each area's region, ascending [r]. */
  readonly regionOfArea: Int32Array

  /** Heads at the base [o][s][a][r]. */
  readonly heads: Float64Array
  /** FTE per head [o][s][a]. */
  readonly participation: Float64Array
  /** Area factor on FTE per head [o][r]. */
  readonly participationArea: Float64Array

  /** Hazards per year [o][s][a]: leaving for other work or none, retiring, long-term sickness or death. */
  readonly hazardLeave: Float64Array
  readonly hazardRetire: Float64Array
  readonly hazardIll: Float64Array
  /** Area factor on the leaving hazard [o][r]. */
  readonly leaveArea: Float64Array
  /** Residual flow: share of those who neither left nor moved away that it adds, or takes where negative [o][r][y]. */
  readonly residual: Float64Array

  /** Moves between occupations: from and to [m], hazard per year at mobility 1 [m]. */
  readonly moveFrom: Int32Array
  readonly moveTo: Int32Array
  readonly moveHazard: Float64Array
  /** Relative mobility by age [a]. */
  readonly mobility: Float64Array

  /** Age-sex profiles of joiners, each summing to 1 over s and a [o][s][a]. */
  readonly profileTraining: Float64Array
  readonly profileInternational: Float64Array
  readonly profileOpen: Float64Array
  /** Share of an occupation's national joiners by training and from abroad that each area gets [o][r]. */
  readonly trainingArea: Float64Array
  readonly internationalArea: Float64Array
  /** Returners and other recruits to occupations that posts do not drive, heads per year [o][r]. */
  readonly returners: Float64Array
  /** Share of open posts filled within a year by open recruitment; 0 where posts do not drive it [o][r]. */
  readonly fill: Float64Array
  /** FTE per head of an open recruit, area factor included [o][r]. */
  readonly openFtePerHead: Float64Array
  /** Working-age population relative to the base [r][t]. */
  readonly pool: Float64Array

  /** Training programmes: the occupation joined [p], the length in years [p]. */
  readonly programmeOccupation: Int32Array
  readonly programmeLength: Int32Array
  /** Entrants per year [p][y], with the entrants of the years before the base in front: see `programmeHistory`. */
  readonly programmeIntake: Float64Array
  /** Share of a stage lost in each year before the base [p], and in each step [p][y]; of the first stage, times this [p]. */
  readonly programmeFirstYear: Float64Array
  readonly programmeAttritionBase: Float64Array
  readonly programmeAttrition: Float64Array
  /** Share of completers who join the occupation [p][y]. */
  readonly programmeJoin: Float64Array
  /** Places over placement capacity, 1 at the base [p][y]. */
  readonly placementStrain: Float64Array
  /** Arrivals from abroad, heads per year, and the limits that draws are held between (Infinity: no cap) [o][y]. */
  readonly international: Float64Array
  readonly internationalFloor: Float64Array
  readonly internationalCap: Float64Array
  /** Heads per year who join through programmes such as Return to Health [o][y], and each area's share of them [o][r]. */
  readonly added: Float64Array
  readonly addedArea: Float64Array
  /** Pay relative to outside options, 1 at the base [o][y]. */
  readonly payRelative: Float64Array

  /** Weights of services in an occupation's need, summing to 1 [o][v]. */
  readonly needWeight: Float64Array
  /** Activity by population alone, relative to the base, principal projection [v][r][t]. */
  readonly activity: Float64Array
  /** England's activity under the high and low population variants over the principal [v][t]. */
  readonly activityHigh: Float64Array
  readonly activityLow: Float64Array
  /** Non-demographic growth per year [v]. */
  readonly growth: Float64Array
  /** Productivity growth per year [o]. */
  readonly productivity: Float64Array
  /** Need at the base over FTE in post: 1 + vacancies and unmet need [o][r]. */
  readonly needRatio: Float64Array
  /** Funded posts at the base over FTE in post: 1 / (1 - vacancy rate) [o][r]. */
  readonly fundedRatio: Float64Array
  /** Part of `needRatio` that is unmet need beyond vacancies, the uncertain part [o][r]. */
  readonly unmetRatio: Float64Array
  /** Funded posts over those of the base; NaN where they follow need [o][t]. */
  readonly postsPath: Float64Array
  /**
   * Division of work: the occupation relieved, the one that takes over [k], FTE of the one that takes
   * over per FTE relieved [k], and the share of the relieved one's work taken over, 0 at the base [k][t].
   */
  readonly transferFrom: Int32Array
  readonly transferTo: Int32Array
  readonly transferRate: Float64Array
  readonly transferShare: Float64Array
  /** Time that technology frees: need is divided by 1 + this; 0 at the base [o][t]. */
  readonly timeFreed: Float64Array
  /** Sickness absence rate at the base [r]. */
  readonly sickness: Float64Array
  /** Contracted time at work but for sickness, 1 at the base [o][t]. */
  readonly timeAtWork: Float64Array
  /** FTE per head over that of the base [o][t]. */
  readonly participationPath: Float64Array
  /** Whether pressure acts on leaving, sickness and attrition, and unpaid care on the labour pool. */
  readonly feedback: boolean

  readonly care: UnpaidCare
  readonly money: Money
  /** Residents of every age, and people in work or looking for it, principal projection [r][t]. NaN where unknown. */
  readonly population: Float64Array
  readonly labourForce: Float64Array

  readonly effects: readonly PolicyEffect[]
  readonly uncertainty: readonly UncertainFactor[]
  /** Groups of assumptions that move together; no assumption is in two. */
  readonly correlations: readonly CorrelatedFactors[]
}

/** Assumptions tied by a Gaussian copula: their draws, and the yearly steps of their walks. */
export interface CorrelatedFactors {
  /** Indices of `uncertainty`, ascending. */
  readonly factors: readonly number[]
  /** Correlations of their normal scores, positive definite [member][member]. */
  readonly matrix: readonly (readonly number[])[]
}

/** What unpaid care is worked out from: hours of care needed less those that paid staff give. */
export interface UnpaidCare {
  /** Hours of care needed a year, paid and unpaid, by population alone, principal projection [r][t]. NaN where unknown. */
  readonly needHours: Float64Array
  /** Services whose mean index of growth moves `needHours`; without any it doesn't grow beyond population. */
  readonly growthService: Int32Array
  /** Hours of care a year per FTE at work; 0 for occupations that give none [o]. */
  readonly formalHours: Float64Array
  /** Residents aged 16 and over [r][t]. */
  readonly adults: Float64Array
  /** Share of adults who give 35 hours a week or more at the base [r]. */
  readonly heavyShare: Float64Array
  /** d ln of that share per d ln of mean hours per adult. */
  readonly heavyElasticity: number
  /** Share of hours that women give at the base [r], and of hours beyond the base's per adult. */
  readonly womenShare: Float64Array
  readonly womenMarginal: number
}

/** What money is worked out from, in pounds of the price year. */
export interface Money {
  readonly priceYear: number
  /** Pay, on-costs and employer's pension contributions per FTE and year at the base [o]. NaN where unknown. */
  readonly payPerFte: Float64Array
  /** Pay over that of the base [o][t]. */
  readonly payIndex: Float64Array
  /** Share of vacant FTE that temporary staff cover, and their cost per FTE beyond `payPerFte` [o]. */
  readonly temporaryShare: Float64Array
  readonly temporaryPremium: Float64Array
  /** Cost of training, all England, shared over areas by `trainingArea` [o][t]. */
  readonly trainingCost: Float64Array
  /** Policies' cost that goes with no occupation, all England [t], and each area's share of it [r]. */
  readonly policyFixed: Float64Array
  readonly fixedArea: Float64Array
  /** Policies' cost per FTE, per head and per joiner [o][t]. */
  readonly policyPerFte: Float64Array
  readonly policyPerHead: Float64Array
  readonly policyPerJoiner: Float64Array
  /** Share of pay beyond the base's pay index that comes back as tax [o]. */
  readonly taxReturned: Float64Array
}

/**
 * What an uncertain assumption acts on: factors with centre 1, unless said otherwise. Factors and
 * exponents by occupation cover all occupations where they name none.
 */
export type UncertaintyTarget =
  | 'leave'
  | 'retire'
  | 'ill'
  | 'move'
  | 'training'
  | 'international'
  | 'return'
  | 'fill'
  | 'unmet'
  /** Funded posts, whether they follow need or a path that the scenario gives. */
  | 'funding'
  | 'sickness'
  /** Joiners through programmes. */
  | 'added'
  /** Attrition of the programmes that lead to the occupations. */
  | 'attrition'
  /** `transferShare`, all transfers alike. */
  | 'transfer'
  /** Added to a service's non-demographic growth, per year. */
  | 'growth'
  /** Added to an occupation's productivity growth, per year. */
  | 'productivity'
  /** Place between the population variants: -1 low, 0 principal, 1 high. */
  | 'population'
  /** Added to the growth of hours of care needed, per year. */
  | 'unpaid-growth'
  /** Exponents, whose draw is the value itself; several that cover an occupation add up. Pay relative to outside options, to minus this, multiplies leaving … */
  | 'pay-leave'
  /** … and to this, the share of open posts filled. */
  | 'pay-fill'
  /** Pressure to this multiplies leaving, sickness and attrition. */
  | 'pressure-leave'
  | 'pressure-sickness'
  | 'pressure-attrition'
  /** `placementStrain` to this multiplies attrition. */
  | 'placement-strain'
  /** Fall of the labour pool's reach per rise of unpaid care per adult: -d ln / d ln at the base. */
  | 'care-pool'

/** One uncertain assumption: a draw of it multiplies or shifts its target for the members it covers. */
export interface UncertainFactor {
  readonly id: string
  readonly target: UncertaintyTarget
  /** Indices of the occupations, or of the services for `growth`, that it covers; empty for targets with no such index. */
  readonly members: Int32Array
  readonly distribution: Distribution
  /** Yearly standard deviation of a random walk added from the first year on: of the logarithm for factors, of the value for shifts. */
  readonly walk: number
  /**
   * Part of the walk's pace, and of its distance from the start, that a year keeps: from 0 to below 1, so that a spell
   * of falling behind lasts some years and is made good in some more. Without it a walk has no pace and never turns back.
   */
  readonly memory?: number | undefined
}
