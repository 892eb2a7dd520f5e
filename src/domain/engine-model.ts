import type { Distribution } from './distribution.ts'

export type { Distribution } from './distribution.ts'

/**
 * Everything the engine needs, resolved: plain typed arrays in fixed order, no names to look up.
 * o occupation, s sex, a age (0 is 16), r area, t year index (0 is the base year), y step from t to
 * t + 1, v service, p training programme, m move; the last index runs fastest.
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
  /** Share of a stage lost in a year [p]. */
  readonly programmeAttrition: Float64Array
  /** Share of completers who join the occupation [p]. */
  readonly programmeJoin: Float64Array
  /** Arrivals from abroad, heads per year [o][y]. */
  readonly international: Float64Array

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
  /** Sickness absence rate at the base [r]. */
  readonly sickness: Float64Array

  readonly uncertainty: readonly UncertainFactor[]
}

/** What an uncertain assumption acts on. All but the growth targets are factors with centre 1. */
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
  | 'sickness'
  /** Added to a service's non-demographic growth, per year. */
  | 'growth'
  /** Added to an occupation's productivity growth, per year. */
  | 'productivity'
  /** Place between the population variants: -1 low, 0 principal, 1 high. */
  | 'population'

/** One uncertain assumption: a draw of it multiplies or shifts its target for the members it covers. */
export interface UncertainFactor {
  readonly id: string
  readonly target: UncertaintyTarget
  /** Indices of the occupations, or of the services for `growth`, that it covers; empty for targets with no such index. */
  readonly members: Int32Array
  readonly distribution: Distribution
  /** Yearly standard deviation of a random walk added from the first year on: of the logarithm for factors, of the value for shifts. */
  readonly walk: number
}
