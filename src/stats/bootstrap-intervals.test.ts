import { expect, it } from 'vitest'
import { bootstrapIntervals } from './bootstrap-intervals.ts'
import { normalQuantile } from './normal-quantile.ts'
import { uniform } from './threefry.ts'

const sample = (seed: number, count: number) =>
  Array.from({ length: count }, (_, i) => normalQuantile(uniform(seed, 1, i, 0)))
const mean = (values: readonly number[]) => (chosen: Uint32Array) => [
  chosen.reduce((sum, i) => sum + values[i]!, 0) / chosen.length,
]
const RESAMPLING = { seed: 1, resamples: 400, confidence: 0.9 }

it('is as wide as the standard error says, for a mean', () => {
  const [interval] = bootstrapIntervals(400, mean(sample(3, 400)), { ...RESAMPLING, resamples: 2000 })
  // 2 x 1.645 standard errors of 1/20.
  expect(interval!.high - interval!.low).toBeCloseTo(0.1645, 1)
  expect(Math.abs(interval!.high - interval!.low - 0.1645)).toBeLessThan(0.02)
})

it('holds the true mean about as often as it says', () => {
  let held = 0
  for (let seed = 0; seed < 200; seed++) {
    const [interval] = bootstrapIntervals(60, mean(sample(seed, 60)), RESAMPLING)
    if (interval!.low <= 0 && interval!.high >= 0) held++
  }
  // 180 expected, standard deviation 4.2.
  expect(held).toBeGreaterThan(165)
  expect(held).toBeLessThan(194)
})

it('has no width where cases are all alike', () => {
  expect(bootstrapIntervals(5, mean([2, 2, 2, 2, 2]), RESAMPLING)).toEqual([{ low: 2, high: 2 }])
})
