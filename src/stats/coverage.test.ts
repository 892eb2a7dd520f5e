import { expect, it } from 'vitest'
import { acceptedCounts, countInside } from './coverage.ts'

it.each([
  [40, 0.5, 14, 26],
  [40, 0.8, 27, 37],
  [40, 0.9, 32, 39],
  [40, 0.95, 35, 40],
  [80, 0.5, 31, 49],
  [80, 0.8, 57, 71],
  [80, 0.9, 66, 77],
  [80, 0.95, 72, 79],
  [160, 0.5, 68, 92],
  [160, 0.8, 118, 138],
  [160, 0.9, 136, 151],
  [160, 0.95, 146, 157],
])('of %d outcomes, ranges of level %d should hold %d to %d', (cases, level, low, high) => {
  expect(acceptedCounts(cases, level)).toEqual({ low, high })
})

it('asks for more room for more confidence, and works by hand for two cases', () => {
  expect(acceptedCounts(40, 0.8, 0.99).low).toBeLessThan(27)
  // 0, 1 and 2 inside have 1/4, 1/2 and 1/4.
  expect(acceptedCounts(2, 0.5, 0.4)).toEqual({ low: 1, high: 1 })
  expect(acceptedCounts(2, 0.5, 0.6)).toEqual({ low: 0, high: 2 })
})

it('takes many thousands of cases', () => {
  // Mean 50,000 and standard deviation 158.1: 1.96 of those either side.
  const { low, high } = acceptedCounts(100_000, 0.5)
  expect(Math.abs(low - (50_000 - 310))).toBeLessThanOrEqual(1)
  expect(Math.abs(high - (50_000 + 310))).toBeLessThanOrEqual(1)
})

it('counts outcomes inside, ends included', () => {
  const range = { low: 1, high: 2 }
  expect(countInside([0.9, 1, 1.5, 2, 2.1].map((outcome) => ({ ...range, outcome })))).toBe(3)
})

it('refuses what is no number of cases or share', () => {
  expect(() => acceptedCounts(0, 0.5)).toThrow(RangeError)
  expect(() => acceptedCounts(10, 1)).toThrow(RangeError)
  expect(() => acceptedCounts(10, 0.5, 0)).toThrow(RangeError)
})
