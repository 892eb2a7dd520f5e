import { expect, it } from 'vitest'
import { betaCumulative } from './beta-cumulative.ts'
import { betaQuantile } from './beta-quantile.ts'

it('follows closed forms', () => {
  for (const p of [0.001, 0.1, 0.5, 0.975]) {
    expect(betaQuantile(1, 1, p)).toBeCloseTo(p, 12)
    expect(betaQuantile(3, 1, p)).toBeCloseTo(p ** (1 / 3), 12)
    expect(betaQuantile(1, 5, p)).toBeCloseTo(1 - (1 - p) ** 0.2, 12)
    expect(betaQuantile(0.5, 0.5, p)).toBeCloseTo(Math.sin((Math.PI * p) / 2) ** 2, 12)
  }
})

it('undoes the distribution function', () => {
  for (const [a, b] of [
    [87, 13],
    [0.3, 0.3],
    [2, 300],
  ] as const)
    for (const p of [0.0001, 0.1, 0.5, 0.99])
      expect(betaCumulative(a, b, betaQuantile(a, b, p))).toBeCloseTo(p, 10)
})

it('has the mean and variance of the distribution over even probabilities', () => {
  const draws = Array.from({ length: 2000 }, (_, i) => betaQuantile(4, 2, (i + 0.5) / 2000))
  const mean = draws.reduce((a, b) => a + b, 0) / 2000
  const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 2000
  expect(mean).toBeCloseTo(4 / 6, 5)
  // ab / ((a + b)² (a + b + 1))
  expect(variance).toBeCloseTo(8 / (36 * 7), 4)
})

it('refuses what is no probability', () => {
  for (const p of [0, 1, Number.NaN]) expect(() => betaQuantile(2, 2, p)).toThrow(RangeError)
})
