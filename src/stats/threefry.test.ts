import { describe, expect, it } from 'vitest'
import { threefry, uniform } from './threefry.ts'

describe('threefry', () => {
  // Known answers published with the Random123 library for threefry2x32 with 20 rounds.
  it.each([
    [
      [0, 0],
      [0, 0],
      [0x6b200159, 0x99ba4efe],
    ],
    [
      [0xffffffff, 0xffffffff],
      [0xffffffff, 0xffffffff],
      [0x1cb996fc, 0xbb002be7],
    ],
    [
      [0x13198a2e, 0x03707344],
      [0x243f6a88, 0x85a308d3],
      [0xc4923a9c, 0x483df7a0],
    ],
  ] as const)('key %j counter %j gives %j', (key, counter, expected) => {
    expect(threefry(key[0], key[1], counter[0], counter[1])).toEqual([...expected])
  })

  it('gives numbers strictly inside 0 to 1 with the mean and variance of a uniform', () => {
    const values = Array.from({ length: 20_000 }, (_, i) => uniform(7, i, 3, 0))
    expect(Math.min(...values)).toBeGreaterThan(0)
    expect(Math.max(...values)).toBeLessThan(1)
    const mean = values.reduce((a, b) => a + b, 0) / values.length
    const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length
    expect(mean).toBeCloseTo(0.5, 2)
    expect(variance).toBeCloseTo(1 / 12, 2)
  })
})
