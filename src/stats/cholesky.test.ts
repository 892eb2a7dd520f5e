import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cholesky } from './cholesky.ts'

it('factors a matrix whose factor is known', () => {
  const matrix = [
    [4, 12, -16],
    [12, 37, -43],
    [-16, -43, 98],
  ]
  expect(cholesky(matrix)).toEqual([[2], [6, 1], [-8, 5, 3]])
})

it('gives back the matrix when multiplied with itself', () => {
  const entry = fc.double({ min: -1, max: 1, noNaN: true })
  fc.assert(
    fc.property(
      fc.array(fc.array(entry, { minLength: 5, maxLength: 5 }), { minLength: 5, maxLength: 5 }),
      (root) => {
        const times = (a: readonly number[], b: readonly number[]) =>
          a.reduce((sum, x, k) => sum + x * (b[k] ?? 0), 0)
        // A product of a matrix with itself, plus 1 on the diagonal, is positive definite.
        const matrix = root.map((a, i) => root.map((b, j) => times(a, b) + (i === j ? 1 : 0)))
        const factor = cholesky(matrix)
        for (const [i, a] of factor.entries())
          for (const [j, b] of factor.entries()) expect(times(a, b)).toBeCloseTo(matrix[i]![j]!, 10)
      },
    ),
  )
})

it('refuses correlations that cannot all hold', () => {
  const impossible = [
    [1, 0.9, 0.9],
    [0.9, 1, -0.9],
    [0.9, -0.9, 1],
  ]
  expect(() => cholesky(impossible)).toThrow('row 3')
  const onlyByRounding = [
    [0.1, 0.3],
    [0.3, 0.9 + 1e-15],
  ]
  expect(() => cholesky(onlyByRounding)).toThrow('row 2')
  expect(() => cholesky([[0]])).toThrow(RangeError)
  expect(() => cholesky([[Number.NaN]])).toThrow(RangeError)
})
