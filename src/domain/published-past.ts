/** A day of the past that something was counted on. */
export interface PastDay {
  /** Years of 31 March, whole or in part: 30 September 2016 is 2016.5. */
  readonly at: number
  /** In words: `September 2016`, or the year alone where the publisher gives no month. */
  readonly when: string
  /** For files: `2016-09`, or the year alone. */
  readonly code: string
}

/** What was counted on a day. */
export interface PastCount extends PastDay {
  readonly value: number
}

/** What a past projection said of a day: its middle, its range of 8 in 10, and what then was counted. */
export interface PastPoint extends PastDay {
  readonly p10: number
  readonly p50: number
  readonly p90: number
  readonly actual: number
}

/** A projection that the method would have made from an older base. */
export interface PastProjection {
  /** The last count that was known. */
  readonly origin: PastCount
  readonly points: readonly PastPoint[]
}

/** The published past of a measure, in the measure’s unit: counts, and what would have been projected of them. */
export interface PublishedPast {
  /** Code of the measure whose past it is. */
  readonly measure: string
  /** Oldest first, at least one. */
  readonly counts: readonly PastCount[]
  /** Oldest first; none where only counts are known. */
  readonly projections: readonly PastProjection[]
  /** True where the series was among those that the widths of ranges were set on. */
  readonly setWidths: boolean
  /** What was counted and how that differs from what the run counts, in sentences. */
  readonly counted: string
}
