import { expect, it } from 'vitest'
import { rankCorrelation } from './rank-correlation.ts'

it('is 1 on any rising series and -1 on any falling one', () => {
  expect(rankCorrelation([1, 2, 3, 10], [0.1, 5, 6, 600])).toBeCloseTo(1, 12)
  expect(rankCorrelation([1, 2, 3, 10], [9, 8, 7, -50])).toBeCloseTo(-1, 12)
})

it('is 1 - 6 Σd² / (n³ - n) without ties', () => {
  // Differences of rank 1, 1, 1, 1, 0: 1 - 24/120.
  expect(rankCorrelation([10, 20, 30, 40, 50], [2, 1, 4, 3, 5])).toBeCloseTo(0.8, 12)
})

it('gives ties the mean of their ranks', () => {
  // Ranks 0, 1.5, 1.5, 3 and 0, 1, 2, 3: products of deviations 4.5, squares 4.5 and 5.
  expect(rankCorrelation([1, 7, 7, 9], [1, 2, 3, 4])).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 12)
})

it('is not a number where nothing varies', () => {
  expect(rankCorrelation([1, 1], [1, 2])).toBeNaN()
})
