import { expect, it } from 'vitest'
import { saltelliRows } from './saltelli-rows.ts'

it('gives A, B, and A with each factor from B', () => {
  const rows = saltelliRows(Float64Array.of(0.1, 0.2, 0.3, 0.7, 0.8, 0.9))
  expect(rows.map((row) => [...row])).toEqual([
    [0.1, 0.2, 0.3],
    [0.7, 0.8, 0.9],
    [0.7, 0.2, 0.3],
    [0.1, 0.8, 0.3],
    [0.1, 0.2, 0.9],
  ])
})

it('refuses an odd number of probabilities, and none', () => {
  expect(() => saltelliRows(new Float64Array(3))).toThrow(RangeError)
  expect(() => saltelliRows(new Float64Array(0))).toThrow(RangeError)
})
