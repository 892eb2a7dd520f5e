import { describe, expect, it } from 'vitest'
import { quantileWeights } from './quantile-weights.ts'

const estimate = (values: readonly number[], p: number): number =>
  [...values]
    .sort((a, b) => a - b)
    .reduce((sum, value, i) => sum + value * quantileWeights(values.length, p)[i]!, 0)

describe('weights of a quantile', () => {
  it('adds up to 1 and mirrors', () => {
    const low = quantileWeights(9, 0.2)
    const high = quantileWeights(9, 0.8)
    expect(low.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
    for (const [i, weight] of low.entries()) expect(weight).toBeCloseTo(high[8 - i]!, 12)
  })

  it('is the mean for the median of two, and lies in the middle of an even spread', () => {
    expect(estimate([1, 3], 0.5)).toBeCloseTo(2, 12)
    expect(
      estimate(
        Array.from({ length: 101 }, (_, i) => i),
        0.5,
      ),
    ).toBeCloseTo(50, 10)
  })

  it('weighs three values by the cumulative beta(2, 2) distribution, 3x² - 2x³', () => {
    const beta = (x: number): number => 3 * x * x - 2 * x * x * x
    const weights = quantileWeights(3, 0.5)
    expect(weights[0]).toBeCloseTo(beta(1 / 3), 12)
    expect(weights[1]).toBeCloseTo(beta(2 / 3) - beta(1 / 3), 12)
  })

  it('refuses probabilities that are none', () => {
    expect(() => quantileWeights(3, 0)).toThrow(RangeError)
    expect(() => quantileWeights(3, 1)).toThrow(RangeError)
  })
})
