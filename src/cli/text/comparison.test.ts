import { describe, expect, it } from 'vitest'
import { fakeComparison } from '../../../tests/support/fake-comparison.ts'
import { COMPARISON_STATISTICS, type Comparison, type ComparisonStatistic } from '../../domain/comparison.ts'
import { differenceCell } from '../../views/builder/difference-cell.ts'
import { comparedSpread, DIFFERENCE } from '../../views/builder/say-difference.ts'
import { formatComparison } from './comparison.ts'

const YEAR = 2027

/** A comparison of one measure and one series in one year, whose difference has these values. */
function comparisonOf(measure: string, difference: Record<ComparisonStatistic, number>): Comparison {
  const made = fakeComparison({
    a: 'a',
    b: 'b',
    area: null,
    draws: 200,
    seed: 1,
    design: 'sobol',
    years: 1,
    series: null,
  })
  const values = made.parts.flatMap((_, part) =>
    COMPARISON_STATISTICS.map((name) => (part === DIFFERENCE ? difference[name] : 0)),
  )
  return {
    ...made,
    series: made.series.slice(0, 1),
    years: [YEAR],
    measures: [measure],
    values: Float64Array.from(values),
  }
}

const textOf = (markup: string): string => markup.replace(/<[^>]*>/g, '').trim()

describe('a comparison as text', () => {
  it.each([
    ['net_cost', [-3.4e8, 1.234e9, 2.1e9], '+£1.2bn', '(−£300m to +£2.1bn)'],
    ['net_cost', [-2e7, -1.25e7, -4e6], '−£12.5m', '(−£20m to −£4m)'],
    ['pay_bill', [4e5, 4e5, 4e5], '+£400,000', ''],
    ['gap_fte', [-12_345, -4321, 900], '−4,300', '(−12,300 to +900)'],
    ['coverage', [0.012, 0.034, 0.05], '+3.4 points', '(+1.2 points to +5.0 points)'],
  ] as const)('writes %s as the pages write it', (measure, [p10, p50, p90], middle, range) => {
    const comparison = comparisonOf(measure, { central: p50, mean: p50, p10, p50, p90 })
    const line = formatComparison(comparison, null).split('\n')[3]!
    expect(line).toContain(middle)
    expect(line.endsWith(range)).toBe(true)
    const spread = comparedSpread(comparison, DIFFERENCE, measure, YEAR)
    const unit = { net_cost: 'gbp', pay_bill: 'gbp', gap_fte: 'fte', coverage: 'share' }[measure]
    expect(textOf(differenceCell(spread, unit).markup)).toBe(`${middle} ${range.slice(1, -1)}`.trim())
  })
})
