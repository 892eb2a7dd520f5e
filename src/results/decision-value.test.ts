import { describe, expect, it } from 'vitest'
import { normalCumulative } from '../stats/normal-cumulative.ts'
import { normalDensity } from '../stats/normal-density.ts'
import { normalQuantile } from '../stats/normal-quantile.ts'
import { createScrambledSobol } from '../stats/scrambled-sobol.ts'
import { netBenefit, partialValue, perfectValue, sharesBest } from './decision-value.ts'

const DRAWS = 4096
const design = createScrambledSobol(3, 3)
const columns = [0, 1, 2].map((d) =>
  Float64Array.from({ length: DRAWS }, (_, i) => normalQuantile(design(i)[d]!)),
)
const [a, b, c] = columns as [Float64Array, Float64Array, Float64Array]

/** Expected gain over 0 of a normal that would be taken only where it is above 0 (unit normal loss integral). */
const gain = (mean: number, sd: number): number =>
  mean * normalCumulative(mean / sd) + sd * normalDensity(mean / sd) - Math.max(0, mean)

describe('the value of information of a choice whose benefit adds up', () => {
  const none = new Float64Array(DRAWS)
  // Mean 1, standard deviations 3, 2 and 0 by parameter.
  const some = none.map((_, i) => 1 + 3 * a[i]! + 2 * b[i]!)
  const benefits = [none, some]

  it('is that of the normal loss integral', () => {
    expect(perfectValue(benefits)).toBeCloseTo(gain(1, Math.sqrt(13)), 1)
    expect(partialValue(benefits, [a])).toBeCloseTo(gain(1, 3), 1)
    expect(partialValue(benefits, [b])).toBeCloseTo(gain(1, 2), 1)
    expect(partialValue(benefits, [a, b])).toBeCloseTo(gain(1, Math.sqrt(13)), 1)
    expect(partialValue(benefits, [c])).toBeLessThan(0.01)
  })

  it('doesn’t change with what all options share', () => {
    const shared = benefits.map((benefit) => benefit.map((value, i) => value + 1e6 * c[i]!))
    expect(perfectValue(shared)).toBeCloseTo(perfectValue(benefits), 6)
    expect(partialValue(shared, [c])).toBeLessThan(0.01)
  })

  it('is nothing for parameters that don’t vary, and stands parameters that follow from others', () => {
    expect(partialValue(benefits, [new Float64Array(DRAWS).fill(2)])).toBe(0)
    const twice = a.map((value) => 2 * value)
    expect(partialValue(benefits, [a, twice])).toBeCloseTo(gain(1, 3), 1)
  })
})

describe('options', () => {
  it('lose the worth of what is short, not of a surplus', () => {
    const option = { gap: Float64Array.of(-10, 5), cost: Float64Array.of(100, 200) }
    expect([...netBenefit(option, 7)]).toEqual([-170, -200])
  })

  it('are the best in the draws where they have the most, the first of equals', () => {
    const benefits = [Float64Array.of(1, 0, 2, 5), Float64Array.of(0, 1, 2, 6), Float64Array.of(0, 3, 1, 0)]
    expect(sharesBest(benefits)).toEqual([0.5, 0.25, 0.25])
  })
})
