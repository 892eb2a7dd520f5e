import fc from 'fast-check'
import { expect, it } from 'vitest'
import { HeadroomError } from '../errors/headroom-error.ts'
import { type Margin, rake } from './rake.ts'

const margin = (name: string, axes: number[], targets: number[]): Margin => ({
  name,
  kind: 'test',
  axes,
  targets: Float64Array.from(targets),
  label: (indices) => indices.join('/'),
})

it('reproduces the worked table of Deming and Stephan’s method: rows 150 and 300, columns 110, 140 and 200', () => {
  const { values } = rake(
    Float64Array.from([30, 20, 100, 40, 80, 180]),
    [2, 3],
    [margin('rows', [0], [150, 300]), margin('columns', [1], [110, 140, 200])],
    1e-9,
  )
  expect(values[0]! + values[1]! + values[2]!).toBeCloseTo(150, 9)
  expect(values[0]! + values[3]!).toBeCloseTo(110, 9)
  // Raking keeps the odds ratios of the seed.
  expect((values[0]! * values[4]!) / (values[1]! * values[3]!)).toBeCloseTo((30 * 80) / (20 * 40), 9)
})

it('meets any consistent margins of a positive seed', () => {
  const cell = fc.double({ min: 0.1, max: 100, noNaN: true })
  fc.assert(
    fc.property(
      fc.array(cell, { minLength: 24, maxLength: 24 }),
      fc.array(cell, { minLength: 24, maxLength: 24 }),
      (seed, truth) => {
        const shape = [2, 3, 4]
        const at = (i: number, j: number, k: number) => truth[(i * 3 + j) * 4 + k]!
        const ij = [0, 1].flatMap((i) =>
          [0, 1, 2].map((j) => at(i, j, 0) + at(i, j, 1) + at(i, j, 2) + at(i, j, 3)),
        )
        const k = [0, 1, 2, 3].map((kk) =>
          [0, 1].reduce((s, i) => s + at(i, 0, kk) + at(i, 1, kk) + at(i, 2, kk), 0),
        )
        const { residuals } = rake(
          Float64Array.from(seed),
          shape,
          [margin('ij', [0, 1], ij), margin('k', [2], k)],
          1e-9,
        )
        for (const { worst } of residuals) expect(worst).toBeLessThan(1e-9)
      },
    ),
    { numRuns: 50 },
  )
})

it('names the cell of a margin that can’t be met', () => {
  const attempt = () => rake(Float64Array.from([0, 1, 0, 1]), [2, 2], [margin('columns', [1], [5, 5])], 1e-9)
  expect(attempt).toThrow(HeadroomError)
  expect(attempt).toThrow(/margin columns: 0 should be 5/)
})

it('names the worst cell where two margins contradict each other', () => {
  const attempt = () =>
    rake(
      Float64Array.from([1, 1, 1, 1]),
      [2, 2],
      [margin('rows', [0], [10, 10]), margin('columns', [1], [30, 10])],
      1e-6,
    )
  expect(attempt).toThrow(/can’t meet the margin rows/)
})
