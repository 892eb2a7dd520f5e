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
  /** Staff whose leaver rates are known by area; an occupation in none leaves alike everywhere. */
  readonly rateGroups: readonly RateGroup[]
  /** National leavers per year over staff in post on the published definition [o]. */
  readonly leaverRate: Float64Array
  /** National joiners per year over staff in post on the published definition [o]. */
  readonly joinerRate: Float64Array
  /** Vacancy rate: vacant share of funded posts, in FTE [o][r]. */
  readonly vacancyRate: Float64Array
  /** Sickness absence rate, share of FTE days lost [r]. */
  readonly sicknessRate: Float64Array
  /** Share of NHS staff of known nationality who are not British, of the area’s region [r]. */
  readonly abroadShare: Float64Array
  /** Margins that were fitted, with the worst residual of each. */
  readonly margins: readonly MarginResidual[]
  readonly findings: readonly Finding[]
}

/** Staff whose leaver rates are published by area together: a staff group of the turnover file, or social care. */
export interface RateGroup {
  /** Code of the staff group or sector. */
  readonly code: string
  /** Indices of its occupations. */
  readonly members: readonly number[]
  /** Whether the publisher’s leavers and joiners include moves to and from occupations that its file doesn’t count. */
  readonly leavesFile: boolean
  /** Leavers per year over staff in post as published by area; NaN where there are no staff [r]. */
  readonly observed: Float64Array
  /** The same as projected: chance taken out, staff-weighted mean the national rate [r]. */
  readonly projected: Float64Array
  /** The month's published heads in England; null where there are none. */
  readonly month: {
    readonly opening: number
    readonly closing: number
    readonly joiners: number
    readonly leavers: number
  } | null
}

/** How closely the fitted table meets one margin. */
export interface MarginResidual {
  readonly margin: string
  /** What kind of margin it is, the same for every occupation or staff group. */
  readonly kind: string
  readonly cells: number
  /** Largest relative difference between the fitted and the published value. */
  readonly worst: number
  /** The cell where that is, in words. */
  readonly worstCell: string
}
