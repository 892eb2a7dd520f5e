import { expect, it } from 'vitest'
import { normalQuantile } from './normal-quantile.ts'

// R 4.2 qnorm, 15 digits.
it.each([
  [0.5, 0],
  [0.975, 1.95996398454005],
  [0.05, -1.64485362695147],
  [0.9, 1.2815515655446],
  [1e-10, -6.36134090240406],
])('quantile of %d is %d', (p, expected) => {
  expect(normalQuantile(p)).toBeCloseTo(expected, 12)
})

it('refuses probabilities outside 0 to 1', () => {
  for (const p of [0, 1, -0.1, Number.NaN]) expect(() => normalQuantile(p)).toThrow(RangeError)
})
