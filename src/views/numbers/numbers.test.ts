import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatValue, sayBetween, sayNumber } from './format-value.ts'
import { roundTo, sentenceStep, tableStep, unitStep } from './round-to-range.ts'

describe('numbers in sentences', () => {
  it.each([
    [118_402, 312_944, 'between 120,000 and 310,000'],
    [1_180_000, 1_420_000, 'between 1.18 and 1.42 million'],
    [940_000, 1_420_000, 'between 950,000 and 1.4 million'],
    [212, 1_290, 'between 200 and 1,300'],
    [14, 19, 'between 14 and 19'],
    [4_321, 4_321, 'about 4,320'],
  ])('%d to %d is %s', (low, high, expected) => {
    expect(sayBetween(low, high, sentenceStep(low, high))).toBe(expected)
  })

  it.each([
    [1_000_000, 1, '1 million'],
    [1_254_321, 1000, '1.254 million'],
    [999_999, 1000, '1 million'],
    [0, 10, '0'],
  ])('%d to the nearest %d is %s', (value, step, expected) => {
    expect(sayNumber(value, step)).toBe(expected)
  })

  it('rounding never moves an end by more than an eighth of the range', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3_000_000 }),
        fc.integer({ min: 8, max: 900_000 }),
        (low, width) => {
          const step = sentenceStep(low, low + width)
          expect(Math.abs(roundTo(low, step) - low)).toBeLessThanOrEqual(width / 16 + 1e-9)
        },
      ),
    )
  })
})

describe('numbers in tables', () => {
  it.each([
    [1_330_538.84, 'fte', undefined, '1,330,539'],
    [1_330_538.84, 'fte', 1000, '1,331,000'],
    [-4_321.2, 'fte', 100, '−4,300'],
    [-0.4, 'heads', 1, '0'],
    [0.8734, 'share', undefined, '87.3%'],
    [0.8734, 'share', 1, '87%'],
    [-0.0004, 'share', undefined, '0.0%'],
    [212_345_678_901, 'gbp', 1e8, '£212.3bn'],
    [-13_345_678, 'gbp', 1e6, '−£13m'],
    [7_250, 'gbp', 10, '£7,250'],
    [4.1532, 'hours_per_week', 0.01, '4.15'],
    [47.6, 'per_1000', 1, '48'],
    [1.5149, 'ratio', undefined, '1.51'],
  ] as const)('%d %s to the nearest %s is %s', (value, unit, step, expected) => {
    expect(formatValue(value, unit, step)).toBe(expected)
  })

  it('rounds to a power of ten that the range can bear', () => {
    expect(tableStep(1_310_500, 1_338_000)).toBe(1000)
    expect(tableStep(1_330_539, 1_330_539)).toBe(1000)
    expect(tableStep(3, 4)).toBe(1)
    expect(unitStep(0.69, 0.88, 'share')).toBe(1)
    expect(unitStep(0.69, 0.7, 'share')).toBe(0.1)
  })
})
