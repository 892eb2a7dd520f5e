import { describe, expect, it } from 'vitest'
import { findRoot } from './find-root.ts'

describe('findRoot', () => {
  it('finds the root of a rising and of a falling function', () => {
    expect(findRoot((x) => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 15)
    expect(findRoot((x) => 3 - x, 0, 10)).toBeCloseTo(3, 14)
  })

  it('takes an end that is a root', () => expect(findRoot((x) => x, 0, 1)).toBe(0))

  it('refuses an interval without a change of sign', () =>
    expect(() => findRoot((x) => x * x + 1, -1, 1)).toThrow(RangeError))
})
