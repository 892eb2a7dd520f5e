import { COMPARISON_STATISTICS, type Comparison } from '../../src/domain/comparison.ts'
import { MEASURES } from '../../src/domain/measure.ts'
import type { CompareRequest } from '../../src/pipeline/compare-scenarios.ts'

/** A made-up comparison of one lever: every value is its part’s number, so that a test can tell where it came from. */
export function fakeComparison({ a, b, draws, seed, design = 'sobol', years }: CompareRequest): Comparison {
  const parts: Comparison['parts'] = [
    { kind: 'a', code: 'a', title: 'No change' },
    { kind: 'b', code: 'b', title: 'More pay' },
    { kind: 'difference', code: 'difference', title: 'Difference' },
    { kind: 'lever', code: 'pay-award', title: 'Pay award' },
    { kind: 'interaction', code: 'interaction', title: 'Together beyond each alone' },
  ]
  const byPart = [1000, 1010, 10, 9, 1]
  const cells = (years + 1) * MEASURES.length * COMPARISON_STATISTICS.length
  return {
    a: { name: a, title: 'No change' },
    b: { name: b, title: 'More pay' },
    area: { code: 'ENG', name: 'England', kind: 'country' },
    series: [{ level: 'all', code: 'all', name: 'All health and care staff' }],
    years: Array.from({ length: years + 1 }, (_, t) => 2026 + t),
    measures: MEASURES.map(({ code }) => code),
    draws,
    seed,
    design,
    parts,
    values: Float64Array.from({ length: parts.length * cells }, (_, i) => byPart[Math.floor(i / cells)]!),
  }
}
