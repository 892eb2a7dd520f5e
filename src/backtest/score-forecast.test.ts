import { describe, expect, it } from 'vitest'
import { crpsNormal } from '../stats/crps.ts'
import { isInside, RANGES, scoreDraws, scoreNormal } from './score-forecast.ts'

const percentiles = [75, 80, 90, 100, 110, 120, 125]

describe('scores', () => {
  it('of ranges, by hand, as shares of what came true', () => {
    // 50 %: width 20, outcome 130 is 20 above: 20 + 4 x 20 = 100, times 0.25 = 25
    // 80 %: width 40, 10 above: 40 + 10 x 10 = 140, times 0.1 = 14; 90 %: 50 + 20 x 5 = 150, times 0.05 = 7.5
    // median: 30 / 2 = 15; sum 61.5 over 3.5
    const { error, wis } = scoreDraws([100, 100], percentiles, 130)
    expect(wis).toBeCloseTo(61.5 / 3.5 / 130, 12)
    expect(error).toBeCloseTo(30 / 130, 12)
  })

  it('of draws that agree are their distance', () => {
    expect(scoreDraws([100, 100], percentiles, 130).crps).toBeCloseTo(30 / 130, 12)
  })

  it('of a normal distribution are its closed form', () => {
    const { crps, error } = scoreNormal(100, 10, 110)
    expect(crps).toBeCloseTo(crpsNormal(100, 10, 110) / 110, 12)
    expect(error).toBeCloseTo(10 / 110, 12)
  })
})

describe('ranges', () => {
  const [fifty, eighty, ninety] = RANGES

  it.each([
    [110, true, true, true],
    [111, false, true, true],
    [80, false, true, true],
    [79, false, false, true],
    [126, false, false, false],
  ])('of 50, 80 and 90 %% around %d', (outcome, a, b, c) => {
    expect([fifty, eighty, ninety].map((range) => isInside(range, percentiles, outcome))).toEqual([a, b, c])
  })
})
