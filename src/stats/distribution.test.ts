import { describe, expect, it } from 'vitest'
import type { Distribution } from '../domain/distribution.ts'
import { distributionAtScore, distributionCentre, distributionQuantile } from './distribution.ts'
import { normalCumulative } from './normal-cumulative.ts'

const ALL: readonly Distribution[] = [
  { kind: 'point', value: 3 },
  { kind: 'uniform', low: -1, high: 4 },
  { kind: 'triangular', low: 0, mode: 1, high: 5 },
  { kind: 'normal', mean: 2, sd: 0.5 },
  { kind: 'lognormal', median: 2, sdLog: 0.3 },
  { kind: 'beta', alpha: 2, beta: 3, high: 2.5 },
  { kind: 'empirical', values: [1, 2, 2, 7] },
]

describe.each(ALL)('the distribution %j', (distribution) => {
  it('never falls as the probability rises', () => {
    const values = Array.from({ length: 99 }, (_, i) => distributionQuantile(distribution, (i + 1) / 100))
    expect(values).toEqual([...values].sort((a, b) => a - b))
  })

  it('is the same at a score as at the probability below it', () => {
    for (const score of [-2.1, -0.4, 0.3, 1.7])
      expect(distributionAtScore(distribution, score)).toBeCloseTo(
        distributionQuantile(distribution, normalCumulative(score)),
        12,
      )
    expect(Number.isFinite(distributionAtScore(distribution, 8.2))).toBe(true)
    expect(Number.isFinite(distributionAtScore(distribution, -8.2))).toBe(true)
  })
})

it('has its centre where the central run takes it', () => {
  expect(ALL.map(distributionCentre)).toEqual([3, 1.5, 1, 2, 2, 1, 3])
})

it('has the mean of a beta and the values of a list', () => {
  const draws = Array.from({ length: 4000 }, (_, i) => (i + 0.5) / 4000)
  const beta = draws.map((p) => distributionQuantile(ALL[5]!, p))
  expect(beta.reduce((a, b) => a + b, 0) / 4000).toBeCloseTo(1, 4)
  const counts = new Map<number, number>()
  for (const p of draws) {
    const value = distributionQuantile(ALL[6]!, p)
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  expect([...counts]).toEqual([
    [1, 1000],
    [2, 2000],
    [7, 1000],
  ])
})
