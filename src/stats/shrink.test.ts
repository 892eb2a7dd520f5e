import { expect, it } from 'vitest'
import { shrinkRates } from './shrink.ts'

it('draws a small place further towards 1 than a large one with the same ratio', () => {
  const rates = shrinkRates([2, 200, 98, 100], [1, 100, 149, 150])
  expect(rates[0]!).toBeGreaterThan(1)
  expect(rates[0]!).toBeLessThan(rates[1]!)
  expect(rates[1]!).toBeLessThan(2)
  expect(rates[2]!).toBeLessThan(1)
})

it('gives 1 everywhere where the spread is no more than chance', () => {
  expect([...shrinkRates([11, 9, 10], [10, 10, 10])]).toEqual([1, 1, 1])
})
