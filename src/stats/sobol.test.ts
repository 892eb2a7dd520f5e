import { describe, expect, it } from 'vitest'
import { createSobolSequence, SOBOL_DIMENSIONS } from './sobol.ts'
import { SOBOL_DIRECTIONS } from './sobol-directions.ts'

const UNIT = 2 ** 32

describe('Sobol’s sequence', () => {
  // SciPy 1.17, stats.qmc.Sobol(512, scramble=False, bits=32), which counts in Gray code: point i here is the
  // point there whose number has the Gray code i.
  it.each([
    [0, [0, 0, 0, 0, 0, 0, 0]],
    [1, [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]],
    [2, [0.25, 0.75, 0.75, 0.25, 0.25, 0.25, 0.25]],
    [5, [0.625, 0.125, 0.875, 0.375, 0.125, 0.625, 0.625]],
    [100, [0.1484375, 0.7734375, 0.6953125, 0.9921875, 0.9296875, 0.2734375, 0.1640625]],
    [
      1000,
      [0.0927734375, 0.1611328125, 0.4501953125, 0.1220703125, 0.5009765625, 0.3291015625, 0.6513671875],
    ],
  ])('has the published point %d', (index, expected) => {
    const point = createSobolSequence(512)(index)
    expect([0, 1, 2, 9, 99, 255, 511].map((d) => point[d]! / UNIT)).toEqual(expected)
  })

  it('has one point in each of 2^k equal parts of each dimension, for every k', () => {
    const sequence = createSobolSequence(SOBOL_DIMENSIONS)
    const points = Array.from({ length: 256 }, (_, i) => sequence(i))
    for (let k = 1; k <= 8; k++)
      for (let d = 0; d < SOBOL_DIMENSIONS; d++) {
        const parts = new Set(points.slice(0, 2 ** k).map((point) => point[d]! >>> (32 - k)))
        expect(parts.size).toBe(2 ** k)
      }
  })

  it('has no two dimensions alike', () => {
    const sequence = createSobolSequence(SOBOL_DIMENSIONS)
    const points = Array.from({ length: 64 }, (_, i) => sequence(2 ** 20 + i * 7919))
    const columns = Array.from({ length: SOBOL_DIMENSIONS }, (_, d) => points.map((point) => point[d]).join())
    expect(new Set(columns).size).toBe(SOBOL_DIMENSIONS)
  })

  it('starts alike however many dimensions follow', () => {
    expect([...createSobolSequence(300)(12345).subarray(0, 7)]).toEqual([...createSobolSequence(7)(12345)])
  })

  it('has a polynomial and odd numbers small enough for every dimension, and nothing left over', () => {
    let dimensions = 1
    let next = 0
    while (next < SOBOL_DIRECTIONS.length) {
      const polynomial = SOBOL_DIRECTIONS[next]!
      const degree = Math.floor(Math.log2(polynomial))
      expect(polynomial % 2).toBe(1)
      for (let k = 1; k <= degree; k++) {
        expect(SOBOL_DIRECTIONS[next + k]! % 2).toBe(1)
        expect(SOBOL_DIRECTIONS[next + k]).toBeLessThan(2 ** k)
      }
      next += degree + 1
      dimensions++
    }
    expect(next).toBe(SOBOL_DIRECTIONS.length)
    expect(dimensions).toBe(SOBOL_DIMENSIONS)
  })

  it('refuses dimensions and indices that it has not', () => {
    for (const dimensions of [0, 1.5, SOBOL_DIMENSIONS + 1])
      expect(() => createSobolSequence(dimensions)).toThrow(RangeError)
    for (const index of [-1, 0.5, UNIT]) expect(() => createSobolSequence(2)(index)).toThrow(RangeError)
  })
})
