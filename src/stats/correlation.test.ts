import { expect, it } from 'vitest'
import { correlation } from './correlation.ts'

it('is 1 on a rising line, -1 on a falling one, and by hand in between', () => {
  expect(correlation([1, 2, 3], [10, 20, 30])).toBeCloseTo(1, 12)
  expect(correlation([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 12)
  // Deviations (-1, 0, 1) and (-1/3, 2/3, -1/3): products add up to 0.
  expect(correlation([1, 2, 3], [0, 1, 0])).toBeCloseTo(0, 12)
  // Deviations (-1.5, -0.5, 0.5, 1.5) and (-1, 1, -1, 1): 2 / sqrt(5 x 4).
  expect(correlation([1, 2, 3, 4], [0, 2, 0, 2])).toBeCloseTo(2 / Math.sqrt(20), 12)
})

it('is not a number where there is nothing to correlate', () => {
  expect(correlation([1], [2])).toBeNaN()
  expect(correlation([1, 1], [1, 2])).toBeNaN()
})
