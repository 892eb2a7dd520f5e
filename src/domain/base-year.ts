import type { Finding } from './finding.ts'

/**
 * The workforce at the base date, fitted to every published margin.
 * Array layouts: o occupation, s sex, a age, r area, in the order of `Reference`, `SEXES` and single
 * years from 16; the last index runs fastest.
 */
export interface BaseYear {
  /** Year of the 31 March the stocks stand for. */
  readonly year: number
  /** Heads [o][s][a][r]. */
  readonly heads: Float64Array
  /** FTE per head by occupation, sex and age, before the area's factor [o][s][a]. */
  readonly participation: Float64Array
  /** Factor on participation that makes each area's FTE the published one [o][r]. */
  readonly participationArea: Float64Array
  /** Annual leaver hazard relative to the national level of the occupation [o][r]. */
  readonly leaverArea: Float64Array
  /** National leaver hazard per year of the occupation on the published definition [o]. */
  readonly leaverRate: Float64Array
  /** National joiner rate per year of the occupation on the published definition [o]. */
  readonly joinerRate: Float64Array
  /** Vacancy rate: vacant share of funded posts, in FTE [o][r]. */
  readonly vacancyRate: Float64Array
  /** Sickness absence rate, share of FTE days lost [r]. */
  readonly sicknessRate: Float64Array
  /** Margins that were fitted, with the worst residual of each. */
  readonly margins: readonly MarginResidual[]
  readonly findings: readonly Finding[]
}

/** How closely the fitted table meets one margin. */
export interface MarginResidual {
  readonly margin: string
  readonly cells: number
  /** Largest relative difference between the fitted and the published value. */
  readonly worst: number
  /** The cell where that is, in words. */
  readonly worstCell: string
}
