import { expect, it } from 'vitest'
import { normalCumulative } from './normal-cumulative.ts'
import { normalDensity } from './normal-density.ts'
import { normalQuantile } from './normal-quantile.ts'

// Tables of the normal distribution to 15 digits.
it.each([
  [0, 0.5],
  [1, 0.841344746068543],
  [-1, 0.158655253931457],
  [1.959963984540054, 0.975],
  [3, 0.99865010196837],
])('the share below %d is %d', (z, expected) => {
  expect(normalCumulative(z)).toBeCloseTo(expected, 14)
})

it('keeps the digits of a far tail', () => {
  // R: pnorm(-6), pnorm(-10), pnorm(-20).
  for (const [z, expected] of [
    [-6, 9.865876450376981e-10],
    [-10, 7.61985302416052e-24],
    [-20, 2.75362411860623e-89],
  ] as const)
    expect(normalCumulative(z) / expected).toBeCloseTo(1, 12)
})

it('undoes the quantile, on both sides of where the method changes', () => {
  for (const p of [1e-9, 0.001, 0.00134, 0.00136, 0.1, 0.5, 0.7, 0.9986, 0.99866, 0.9999])
    expect(normalCumulative(normalQuantile(p)) / p).toBeCloseTo(1, 12)
})

it('has the density as its slope', () => {
  expect(normalDensity(0)).toBeCloseTo(0.398942280401433, 15)
  for (const z of [-3.5, -1, 0.3, 2.9, 3.1])
    expect((normalCumulative(z + 1e-5) - normalCumulative(z - 1e-5)) / 2e-5).toBeCloseTo(normalDensity(z), 8)
})
