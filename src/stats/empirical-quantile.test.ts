import { expect, it } from 'vitest'
import { empiricalQuantile } from './empirical-quantile.ts'

it.each([
  [0.0001, -3],
  [0.25, -3],
  [0.2501, 1],
  [0.5, 1],
  [0.51, 1],
  [0.75, 1],
  [0.76, 8],
  [0.9999, 8],
])('of -3, 1, 1, 8 at %d is %d', (p, expected) => {
  expect(empiricalQuantile([-3, 1, 1, 8], p)).toBe(expected)
})

it('gives each value its share of even probabilities', () => {
  const counts = new Map<number, number>()
  for (let i = 0; i < 700; i++) {
    const value = empiricalQuantile([2, 3, 5, 7, 11, 13, 17], (i + 0.5) / 700)
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  expect([...counts.values()]).toEqual([100, 100, 100, 100, 100, 100, 100])
})

it('refuses an empty list and what is no probability', () => {
  expect(() => empiricalQuantile([], 0.5)).toThrow(RangeError)
  for (const p of [0, 1, Number.NaN]) expect(() => empiricalQuantile([1], p)).toThrow(RangeError)
})
