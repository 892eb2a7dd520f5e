import { expect, it } from 'vitest'
import { createPolynomialMeans } from './polynomial-means.ts'
import { uniform } from './threefry.ts'

const DRAWS = 200
const column = (k: number) => Array.from({ length: DRAWS }, (_, i) => 5 + 3 * uniform(1, k, i, 0))
const x = column(1)
const y = column(2)

it('fits a polynomial of its degree exactly', () => {
  const values = x.map((a, i) => 2 - a + 0.5 * a * a * y[i]! - y[i]! ** 3)
  createPolynomialMeans(
    [x, y],
    3,
  )(values).forEach((fitted, i) => {
    expect(fitted).toBeCloseTo(values[i]!, 8)
  })
})

it('leaves errors that have nothing to do with the parameters', () => {
  const values = x.map((a, i) => a * a + uniform(9, 9, i, 0))
  const errors = [...createPolynomialMeans([x, y], 2)(values)].map((fitted, i) => values[i]! - fitted)
  const product = (weight: (i: number) => number) =>
    errors.reduce((sum, error, i) => sum + error * weight(i), 0)
  for (const weight of [
    () => 1,
    (i: number) => x[i]!,
    (i: number) => y[i]! ** 2,
    (i: number) => x[i]! * y[i]!,
  ])
    expect(product(weight)).toBeCloseTo(0, 7)
})

it('refuses parameters that do not vary or follow from others, and too few draws', () => {
  expect(() => createPolynomialMeans([x.map(() => 0.1)], 1)).toThrow('does not vary')
  expect(() => createPolynomialMeans([x, y, x.map((a, i) => 2 * a - y[i]!)], 1)).toThrow(RangeError)
  expect(() => createPolynomialMeans([[1, 2]], 2)).toThrow(RangeError)
})
