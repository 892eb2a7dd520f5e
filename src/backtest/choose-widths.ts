import type { BacktestWidths, PastForecast } from '../domain/backtest.ts'
import { isInside, RANGES } from './score-forecast.ts'

/** Factors tried on either width, each √2 times the one before. */
const TRIED = [0.25, 0.35, 0.5, 0.71, 1, 1.41, 2, 2.83, 4] as const

/** Years ahead that count as near; the others are far. */
const NEAR = 2

/** Every pair of widths that calibration tries. */
export const TRIED_WIDTHS: readonly BacktestWidths[] = TRIED.flatMap((trend) =>
  TRIED.map((shock) => ({ trend, shock })),
)

/**
 * How far ranges are from holding the share they claim: the sum of squared differences between the share of
 * outcomes inside and 50, 80 and 90 %, one and two years ahead and farther ahead. 0 is perfect.
 */
export function miscalibration(forecasts: readonly PastForecast[]): number {
  const near = forecasts.filter(({ horizon }) => horizon <= NEAR)
  const far = forecasts.filter(({ horizon }) => horizon > NEAR)
  let sum = 0
  for (const group of [near, far].filter(({ length }) => length > 0))
    for (const range of RANGES) {
      const inside = group.filter(({ percentiles, actual }) => isInside(range, percentiles, actual)).length
      const off = inside / group.length - range.level
      sum += off * off
    }
  return sum
}

/** Which of the widths tried has the least miscalibration; of equals the first, which is the narrowest. */
export function chooseWidths(
  tried: readonly { readonly widths: BacktestWidths; readonly miscalibration: number }[],
): BacktestWidths {
  const [first, ...rest] = tried
  if (!first) throw new Error('no widths were tried')
  return rest.reduce((best, one) => (one.miscalibration < best.miscalibration ? one : best), first).widths
}
