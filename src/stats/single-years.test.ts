import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bandSteps, singleYears } from './single-years.ts'

const EDGES = [16, 25, 35, 45, 55, 65, 76]

it('keeps every band’s total and never goes below zero', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 6, maxLength: 6 }),
      (totals) => {
        const years = singleYears(totals, EDGES)
        expect(years).toHaveLength(60)
        totals.forEach((total, k) => {
          const part = years.subarray(EDGES[k]! - 16, EDGES[k + 1]! - 16)
          expect(Math.min(...part)).toBeGreaterThanOrEqual(0)
          expect(part.reduce((a, b) => a + b, 0)).toBeCloseTo(total, 6)
        })
      },
    ),
  )
})

it('gives a flat profile for bands of equal density', () => {
  const years = singleYears([9, 10, 10, 10, 10, 11], EDGES)
  for (const value of years) expect(value).toBeCloseTo(1, 12)
})

it('repeats steps', () => {
  expect([...bandSteps([1, 2], [0, 2, 5])]).toEqual([1, 1, 2, 2, 2])
})
