/**
 * One draw of every uncertain assumption and policy effect, resolved to arrays the engines read; shared by
 * all areas. o occupation, p training programme, y step, v service, t year index, r area, k transfer of
 * work; the last index runs fastest.
 */
export interface DrawFactors {
  /** Multipliers on hazards [o][y]; those of moves by the occupation moved from. */
  readonly leave: Float64Array
  readonly retire: Float64Array
  readonly ill: Float64Array
  readonly move: Float64Array
  /** Multipliers on the leaving hazard and on the share of open posts filled, by area [r][y]. */
  readonly placeLeave: Float64Array
  readonly placeFill: Float64Array
  /** Share of each stage of a programme lost, before pressure [p][y]. */
  readonly attrition: Float64Array
  /** Multiplier on those who complete training and join [o][y]. */
  readonly training: Float64Array
  /** Heads that arrive from abroad, and that join through programmes, nationally [o][y]. */
  readonly international: Float64Array
  readonly added: Float64Array
  /** Multiplier on returners [o][y]. */
  readonly returning: Float64Array
  /** Multiplier on the share of open posts filled [o][y]. */
  readonly fill: Float64Array
  /** Growth index of services beyond demography, population variant included [v][t]. */
  readonly service: Float64Array
  /** Productivity index, time freed by technology included [o][t]. */
  readonly productivity: Float64Array
  /** Multiplier on unmet need at the base [o]. */
  readonly unmet: Float64Array
  /** Multiplier on funded posts, 1 at the base [o][t]. */
  readonly funding: Float64Array
  /** Share of the relieved occupation's work taken over [k][t]. */
  readonly transferShare: Float64Array
  /** FTE per head over that of the base [o][t]. */
  readonly participation: Float64Array
  /** Multipliers on the sickness absence rate of the base: everywhere [t], and by occupation [o][t]. */
  readonly sickness: Float64Array
  readonly sicknessFactor: Float64Array
  /** Exponents of pressure on leaving, sickness and attrition [o]; 0 without feedback. */
  readonly pressureLeave: Float64Array
  readonly pressureSickness: Float64Array
  readonly pressureAttrition: Float64Array
  /** Index of hours of care needed beyond population [t]. */
  readonly careGrowth: Float64Array
  /** Fall of the labour pool per rise of unpaid care per adult; 0 without feedback. */
  readonly carePool: number
  /** Multiplier on the labour pool [y]. */
  readonly carersWork: Float64Array
}
