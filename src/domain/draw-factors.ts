/**
 * One draw of every uncertain assumption, resolved to arrays the engines read; shared by all areas.
 * o occupation, y step, v service, t year index, r area; the last index runs fastest.
 */
export interface DrawFactors {
  /** Multipliers on hazards [o][y]; `move` is [y]. */
  readonly leave: Float64Array
  readonly retire: Float64Array
  readonly ill: Float64Array
  readonly move: Float64Array
  /** Heads that complete training and join, nationally [o][y]. */
  readonly training: Float64Array
  /** Heads that arrive from abroad, nationally [o][y]. */
  readonly international: Float64Array
  /** Multiplier on returners [o][y]. */
  readonly returning: Float64Array
  /** Multiplier on the share of open posts filled [o][y]. */
  readonly fill: Float64Array
  /** Growth index of services beyond demography, population variant included [v][t]. */
  readonly service: Float64Array
  /** Productivity index [o][t]. */
  readonly productivity: Float64Array
  /** Multiplier on unmet need at the base [o]. */
  readonly unmet: Float64Array
  /** Attendance relative to the base [r][t]. */
  readonly attendance: Float64Array
}
