import { describe, expect, it } from 'vitest'
import { crpsEnsemble, crpsEnsembleFair, crpsNormal } from './crps.ts'
import { normalQuantile } from './normal-quantile.ts'

describe('the score of a normal projection', () => {
  it.each([
    [0, 0, 1, 0.23369497725510913],
    [1, 0, 1, 0.6024413576276163],
    [2.5, 1, 2, 0.8962885043931006],
    [-1.75, 0.5, 3, 1.3444327565896508],
  ])('of outcome %d under mean %d and standard deviation %d is %d', (outcome, mean, sd, expected) => {
    expect(Math.abs(crpsNormal(mean, sd, outcome) - expected)).toBeLessThan(1e-9)
  })

  it('refuses a width of nothing', () => {
    expect(() => crpsNormal(0, 0, 1)).toThrow(RangeError)
  })
})

describe('the score of draws', () => {
  it.each([
    [[1, 2, 3, 4], 2.5, 0.375, 1 / 6],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 12, 4.85, 14 / 3],
    [[4, 1, 3, 2], 2.5, 0.375, 1 / 6],
  ])('of %j with outcome %d is %d, fair %d', (draws, outcome, expected, fair) => {
    expect(Math.abs(crpsEnsemble(draws, outcome) - expected)).toBeLessThan(1e-9)
    expect(Math.abs(crpsEnsembleFair(draws, outcome) - fair)).toBeLessThan(1e-9)
  })

  it('is the absolute error of a single draw', () => {
    expect(crpsEnsemble([3], 5)).toBe(2)
    expect(() => crpsEnsembleFair([3], 5)).toThrow(RangeError)
    expect(() => crpsEnsemble([], 5)).toThrow(RangeError)
  })

  it('comes to that of the distribution that the draws stand for', () => {
    const draws = Array.from({ length: 2000 }, (_, i) => 1 + 2 * normalQuantile((i + 0.5) / 2000))
    expect(crpsEnsemble(draws, 2.5)).toBeCloseTo(crpsNormal(1, 2, 2.5), 3)
  })
})
