import { expect, it } from 'vitest'
import { betaCumulative } from './beta-cumulative.ts'

it('is x with both shapes 1, and powers with one of them 1', () => {
  for (const x of [0, 1e-9, 0.2, 0.5, 0.77, 1]) {
    expect(betaCumulative(1, 1, x)).toBeCloseTo(x, 13)
    expect(betaCumulative(3.5, 1, x)).toBeCloseTo(x ** 3.5, 13)
    expect(betaCumulative(1, 0.4, x)).toBeCloseTo(1 - (1 - x) ** 0.4, 13)
  }
})

it('is the arcsine law with both shapes a half', () => {
  for (const x of [0.01, 0.3, 0.5, 0.9])
    expect(betaCumulative(0.5, 0.5, x)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(x)), 13)
})

it('counts tails of the binomial distribution with whole shapes', () => {
  // At least 3 of 10 with probability 0.4: 1 - 0.6^10 - 10 x 0.4 x 0.6^9 - 45 x 0.16 x 0.6^8.
  const expected = 1 - 0.6 ** 10 - 4 * 0.6 ** 9 - 7.2 * 0.6 ** 8
  expect(betaCumulative(3, 8, 0.4)).toBeCloseTo(expected, 13)
})

it('mirrors, and takes large shapes', () => {
  for (const [a, b, x] of [
    [2, 7, 0.3],
    [0.2, 40, 0.01],
    [500, 700, 0.42],
  ] as const)
    expect(betaCumulative(a, b, x)).toBeCloseTo(1 - betaCumulative(b, a, 1 - x), 12)
  expect(betaCumulative(1e5, 1e5, 0.5)).toBeCloseTo(0.5, 9)
})

it('refuses shapes that are not above 0', () => {
  expect(() => betaCumulative(0, 1, 0.5)).toThrow(RangeError)
  expect(() => betaCumulative(1, Number.NaN, 0.5)).toThrow(RangeError)
})
