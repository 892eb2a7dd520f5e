import { describe, expect, it } from 'vitest'
import { shrinkMeans } from './shrink-means.ts'

describe('means of places seen several times', () => {
  it('keeps the means where a place never varies', () => {
    const [high, low] = shrinkMeans([
      [1.2, 1.2, 1.2],
      [0.8, 0.8, 0.8],
    ])
    expect(high).toBeCloseTo(1.2, 12)
    expect(low).toBeCloseTo(0.8, 12)
  })

  it('calls every place average where places differ no more than they vary themselves', () => {
    expect(
      shrinkMeans([
        [0.8, 1.2],
        [1.2, 0.8],
      ]),
    ).toEqual([1, 1])
  })

  it('draws means in by the share of the variance between places, worked by hand', () => {
    // Means 1.2 and 0.8; within variance 0.02 (four deviations of 0.1, two spare); between mean square
    // 2 x (0.04 + 0.04) = 0.16, so the variance between is (0.16 - 0.02) / 2 = 0.07 and 0.07 / 0.08 is kept.
    const [high, low] = shrinkMeans([
      [1.1, 1.3],
      [0.7, 0.9],
    ])
    expect(high).toBeCloseTo(1 + 0.875 * 0.2, 12)
    expect(low).toBeCloseTo(1 - 0.875 * 0.2, 12)
  })

  it('draws a place seen once further in than a place seen often, and one never seen is average', () => {
    const [often, once, never] = shrinkMeans([[1.3, 1.1, 1.3, 1.1], [1.2], [], [0.8, 0.6], [0.9, 1.0]]) as [
      number,
      number,
      number,
    ]
    expect(often).toBeGreaterThan(once)
    expect(once).toBeGreaterThan(1)
    expect(never).toBe(1)
  })
})
