/** A probability that was given in advance, and whether the event came. */
export interface ForecastOutcome {
  /** From 0 to 1. */
  readonly probability: number
  readonly happened: boolean
}

/** Murphy's three parts: the score is reliability - resolution + uncertainty. */
export interface BrierParts {
  readonly score: number
  /** How far the events' shares lie from the probabilities given; 0 is best. */
  readonly reliability: number
  /** How far the shares under different probabilities lie from the overall share; more is better. */
  readonly resolution: number
  /** Spread of the events themselves, whatever was said about them. */
  readonly uncertainty: number
}

/**
 * Brier score, the mean squared difference of probability and event (0 best, 1 worst), split exactly by
 * the distinct probabilities that were given (Murphy, Journal of Applied Meteorology 12, 1973, 595-600).
 * Probabilities that differ in the last digit are distinct: round them before.
 * @throws RangeError without cases, or with a probability outside 0 to 1
 */
export function brierScore(cases: readonly ForecastOutcome[]): BrierParts {
  const groups = new Map<number, { cases: number; events: number }>()
  for (const { probability, happened } of cases) {
    if (!(probability >= 0 && probability <= 1)) throw new RangeError(`not a probability: ${probability}`)
    const group = groups.get(probability) ?? { cases: 0, events: 0 }
    groups.set(probability, { cases: group.cases + 1, events: group.events + (happened ? 1 : 0) })
  }
  if (cases.length === 0) throw new RangeError('a score needs at least one case')
  const total = cases.length
  const overall = [...groups.values()].reduce((sum, { events }) => sum + events, 0) / total
  let score = 0
  let reliability = 0
  let resolution = 0
  for (const [probability, group] of groups) {
    const share = group.events / group.cases
    const misses = group.cases - group.events
    score += (group.events * square(1 - probability) + misses * square(probability)) / total
    reliability += (group.cases * square(probability - share)) / total
    resolution += (group.cases * square(share - overall)) / total
  }
  return { score, reliability, resolution, uncertainty: overall * (1 - overall) }
}

const square = (x: number): number => x * x
