/** A central range that is to hold the outcome with probability 1 - alpha. */
export interface Interval {
  /** Share outside: 0.2 for an 80 % range. Between 0 and 1. */
  readonly alpha: number
  readonly low: number
  readonly high: number
}

/**
 * Interval score: width, plus 2/alpha for every unit by which the outcome lies outside. In the unit of the
 * figure; less is better. Gneiting and Raftery, Journal of the American Statistical Association 102, 2007,
 * equation 43.
 * @throws RangeError where alpha isn't between 0 and 1 or the range runs backwards
 */
export function intervalScore({ alpha, low, high }: Interval, outcome: number): number {
  if (!(alpha > 0 && alpha < 1 && low <= high))
    throw new RangeError(`not a range: ${low} to ${high}, alpha ${alpha}`)
  const outside = Math.max(low - outcome, outcome - high, 0)
  return high - low + (2 / alpha) * outside
}

/**
 * Weighted interval score of a median and K central ranges: (|outcome - median|/2 + Σ alpha/2 x interval
 * score) / (K + 1/2). With many ranges it comes near the CRPS. Bracher, Ray, Gneiting and Reich, PLOS
 * Computational Biology 17(2), 2021, e1008618.
 */
export function weightedIntervalScore(
  median: number,
  intervals: readonly Interval[],
  outcome: number,
): number {
  const sum = intervals.reduce(
    (total, interval) => total + (interval.alpha / 2) * intervalScore(interval, outcome),
    Math.abs(outcome - median) / 2,
  )
  return sum / (intervals.length + 0.5)
}
