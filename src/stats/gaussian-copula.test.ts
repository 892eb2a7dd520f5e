import { describe, expect, it } from 'vitest'
import { correlation } from './correlation.ts'
import { distributionQuantile } from './distribution.ts'
import { createGaussianCopula } from './gaussian-copula.ts'
import { normalQuantile } from './normal-quantile.ts'
import { rankCorrelation } from './rank-correlation.ts'
import { createScrambledSobol } from './scrambled-sobol.ts'

const CORRELATIONS = [
  [1, 0.8, -0.3],
  [0.8, 1, 0],
  [-0.3, 0, 1],
]
const DRAWS = 4096

describe('a group of assumptions with a Gaussian copula', () => {
  const design = createScrambledSobol(4, 3)
  const copula = createGaussianCopula(CORRELATIONS)
  const draws = Array.from({ length: DRAWS }, (_, i) => copula(design(i)))
  const column = (d: number) => draws.map((draw) => draw[d]!)

  it.each([0, 1, 2])('keeps the distribution of assumption %d', (d) => {
    const sorted = column(d).sort((a, b) => a - b)
    const distance = sorted.reduce((most, u, i) => Math.max(most, Math.abs(u - (i + 0.5) / DRAWS)), 0)
    // Kolmogorov and Smirnov's 1 % point for random draws is 1.63/sqrt(4096) = 0.025; these are more even.
    expect(distance).toBeLessThan(0.015)
  })

  it.each([
    [0, 1],
    [0, 2],
    [1, 2],
  ])('has the correlations of assumptions %d and %d', (a, b) => {
    const rho = CORRELATIONS[a]![b]!
    const scores = (d: number) => column(d).map(normalQuantile)
    expect(Math.abs(correlation(scores(a), scores(b)) - rho)).toBeLessThan(0.01)
    const expected = (6 / Math.PI) * Math.asin(rho / 2)
    expect(Math.abs(rankCorrelation(column(a), column(b)) - expected)).toBeLessThan(0.01)
  })

  it('keeps the rank correlation through any distributions', () => {
    const growth = column(0).map((p) => distributionQuantile({ kind: 'lognormal', median: 2, sdLog: 1 }, p))
    const share = column(1).map((p) =>
      distributionQuantile({ kind: 'triangular', low: 0, mode: 0.1, high: 1 }, p),
    )
    expect(rankCorrelation(growth, share)).toBeCloseTo((6 / Math.PI) * Math.asin(0.4), 1)
  })

  it('leaves the first as it was', () => {
    draws.slice(0, 100).forEach((draw, i) => {
      expect(draw[0]).toBeCloseTo(design(i)[0]!, 12)
    })
  })
})

it('stays strictly between 0 and 1 at the far ends', () => {
  const copula = createGaussianCopula([
    [1, 0.7],
    [0.7, 1],
  ])
  for (const p of [1e-300, 1 - 2 ** -53]) {
    for (const u of copula([p, p])) {
      expect(u).toBeGreaterThan(0)
      expect(u).toBeLessThan(1)
      expect(Number.isFinite(normalQuantile(u))).toBe(true)
    }
  }
})

it('refuses what is no matrix of correlations', () => {
  const make =
    (rho: number, mirrored: number, own = 1) =>
    () =>
      createGaussianCopula([
        [1, rho],
        [mirrored, own],
      ])
  expect(make(0.5, 0.4)).toThrow('row 1')
  expect(make(0.5, 0.5, 2)).toThrow('row 2')
  expect(make(1.2, 1.2)).toThrow(RangeError)
  expect(() => createGaussianCopula([[1, 0.5], [0.5]])).toThrow(RangeError)
})
