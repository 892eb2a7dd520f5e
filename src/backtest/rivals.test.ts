import { describe, expect, it } from 'vitest'
import { rivalPoints, rivalSpreads } from './rivals.ts'

describe('rivals, by hand', () => {
  const known = [100, 104, 112]

  it('the last value stays', () => {
    expect(rivalPoints('last', known, 3, 0.5)).toEqual([112, 112, 112])
  })

  it('the linear trend goes on by the average yearly change, 6 a year', () => {
    expect(rivalPoints('linear', known, 3, 0.5)).toEqual([118, 124, 130])
  })

  it('the damped trend carries half of each change into the next: 3, then 1.5, then 0.75', () => {
    expect(rivalPoints('damped', known, 3, 0.5)).toEqual([115, 116.5, 117.25])
  })

  it('know how far off they have been a year ahead', () => {
    // From 100, 104: last says 104, linear 108, damped 106, and 112 came true.
    const spreads = rivalSpreads([known], 0.5)
    expect(spreads.last).toBeCloseTo(8 / 112, 12)
    expect(spreads.linear).toBeCloseTo(4 / 112, 12)
    expect(spreads.damped).toBeCloseTo(6 / 112, 12)
  })
})
