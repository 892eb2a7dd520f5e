import { expect, it } from 'vitest'
import { logGamma } from './log-gamma.ts'

it('is the logarithm of the factorial of the whole number below', () => {
  let factorial = 1
  for (let n = 1; n <= 100; n++) {
    expect(Math.abs(logGamma(n) - Math.log(factorial))).toBeLessThan(1e-13 * Math.max(1, Math.log(factorial)))
    factorial *= n
  }
})

it('is ln √π at a half, and follows Γ(x + 1) = x Γ(x)', () => {
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14)
  for (const x of [0.001, 0.3, 5.7, 11.99, 40])
    expect(logGamma(x + 1) - logGamma(x)).toBeCloseTo(Math.log(x), 12)
})

it('refuses numbers that are not above 0', () => {
  for (const x of [0, -1.5, Number.NaN]) expect(() => logGamma(x)).toThrow(RangeError)
})
