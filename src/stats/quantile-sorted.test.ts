import { quantileSorted as reference } from 'd3-array'
import { describe, expect, it } from 'vitest'
import { quantileSorted } from './quantile-sorted.ts'

describe('quantiles of sorted values', () => {
  it('are those of another implementation of the same definition', () => {
    const values = Array.from({ length: 37 }, (_, i) => i * i - 3)
    for (const p of [0, 0.05, 0.1, 0.25, 0.5, 0.9, 0.975, 1])
      expect(quantileSorted(values, p)).toBe(reference(values, p))
  })

  it('are the one value there is, and unknown of none', () => {
    expect(quantileSorted([4], 0.3)).toBe(4)
    expect(quantileSorted([], 0.5)).toBeNaN()
  })
})
