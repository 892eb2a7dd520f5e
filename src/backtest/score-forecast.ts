import { BACKTEST_PERCENTILES, type Scores } from '../domain/backtest.ts'
import { crpsEnsembleFair, crpsNormal } from '../stats/crps.ts'
import { weightedIntervalScore } from '../stats/interval-score.ts'
import { normalQuantile } from '../stats/normal-quantile.ts'

const [P5, P10, P25, P50, P75, P90, P95] = [0, 1, 2, 3, 4, 5, 6] as const

/** Central ranges of percentiles: the share they hold, and the places of their ends in `BACKTEST_PERCENTILES`. */
export const RANGES = [
  { level: 0.5, low: P25, high: P75 },
  { level: 0.8, low: P10, high: P90 },
  { level: 0.9, low: P5, high: P95 },
] as const

/** Whether an outcome lies in a range, ends included. */
export const isInside = (
  { low, high }: (typeof RANGES)[number],
  percentiles: readonly number[],
  outcome: number,
): boolean => outcome >= percentiles[low]! && outcome <= percentiles[high]!

function score(percentiles: readonly number[], crps: number, outcome: number): Scores {
  const middle = percentiles[P50]!
  const intervals = RANGES.map(({ level, low, high }) => ({
    alpha: 1 - level,
    low: percentiles[low]!,
    high: percentiles[high]!,
  }))
  return {
    error: Math.abs(middle - outcome) / outcome,
    crps: crps / outcome,
    wis: weightedIntervalScore(middle, intervals, outcome) / outcome,
  }
}

/** Error and scores of draws and their percentiles. @param outcome what came true, above 0 */
export const scoreDraws = (
  draws: readonly number[],
  percentiles: readonly number[],
  outcome: number,
): Scores => score(percentiles, crpsEnsembleFair(draws, outcome), outcome)

/** Error and scores of a normal distribution. @param sd above 0 @param outcome what came true, above 0 */
export const scoreNormal = (mean: number, sd: number, outcome: number): Scores =>
  score(
    BACKTEST_PERCENTILES.map((percent) => mean + sd * normalQuantile(percent / 100)),
    crpsNormal(mean, sd, outcome),
    outcome,
  )
