import { expect, it } from 'vitest'
import { crpsNormal } from './crps.ts'
import { intervalScore, weightedIntervalScore } from './interval-score.ts'
import { normalQuantile } from './normal-quantile.ts'

it.each([
  [0.2, 22, 30],
  [0.2, 15, 10],
  [0.05, 8, 90],
])('the range 10 to 20 with alpha %d and outcome %d scores %d', (alpha, outcome, expected) => {
  expect(Math.abs(intervalScore({ alpha, low: 10, high: 20 }, outcome) - expected)).toBeLessThan(1e-9)
})

it('weighs a median and three ranges', () => {
  const intervals = [
    { alpha: 0.5, low: 13, high: 17 },
    { alpha: 0.2, low: 10, high: 20 },
    { alpha: 0.05, low: 8, high: 23 },
  ]
  // By hand: (7/2 + 0.25 x 24 + 0.1 x 30 + 0.025 x 15) / 3.5 = 12.875 / 3.5 = 3.6785714286.
  expect(Math.abs(weightedIntervalScore(15, intervals, 22) - 12.875 / 3.5)).toBeLessThan(1e-9)
  expect(weightedIntervalScore(15, intervals, 22)).toBeCloseTo(3.6785714286, 9)
})

it('comes near the CRPS with many ranges', () => {
  const intervals = Array.from({ length: 999 }, (_, k) => {
    const alpha = (k + 1) / 1000
    return { alpha, low: 1 + 2 * normalQuantile(alpha / 2), high: 1 - 2 * normalQuantile(alpha / 2) }
  })
  expect(weightedIntervalScore(1, intervals, 2.5)).toBeCloseTo(crpsNormal(1, 2, 2.5), 2)
})

it('refuses what is no range', () => {
  expect(() => intervalScore({ alpha: 0.2, low: 2, high: 1 }, 1)).toThrow(RangeError)
  expect(() => intervalScore({ alpha: 0, low: 1, high: 2 }, 1)).toThrow(RangeError)
})
