import { quantileSorted } from 'd3-array'
import { uniform } from './threefry.ts'

/** Second word of the counter: apart from other uses of a seed. */
const PURPOSE = 0xb007_0000

/** How a bootstrap goes about it. */
export interface Resampling {
  /** Whole number from 0 to 2^32 - 1. */
  readonly seed: number
  readonly resamples: number
  /** Share of estimates that the interval holds: 0.95. */
  readonly confidence: number
}

/** Ends of the interval of an estimate. */
export interface EstimateInterval {
  readonly low: number
  readonly high: number
}

/**
 * Percentile bootstrap intervals (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13) of
 * several estimates from the same cases: each resample draws as many cases, with replacement.
 * @param cases how many cases there are
 * @param estimate the estimates from the cases of these numbers, always in the same order
 * @returns one interval for each estimate
 */
export function bootstrapIntervals(
  cases: number,
  estimate: (chosen: Uint32Array) => readonly number[],
  { seed, resamples, confidence }: Resampling,
): EstimateInterval[] {
  const chosen = new Uint32Array(cases)
  const byResample = Array.from({ length: resamples }, (_, resample) => {
    for (let i = 0; i < cases; i++) chosen[i] = Math.floor(uniform(seed, resample, i, PURPOSE) * cases)
    return estimate(chosen)
  })
  const estimates = byResample[0]?.length ?? 0
  const tail = (1 - confidence) / 2
  return Array.from({ length: estimates }, (_, k) => {
    const sorted = byResample.map((values) => values[k]!).sort((a, b) => a - b)
    return { low: quantileSorted(sorted, tail)!, high: quantileSorted(sorted, 1 - tail)! }
  })
}
