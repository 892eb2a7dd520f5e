import { describe, expect, it } from 'vitest'
import { sayDistribution } from './say-distribution.ts'

describe('the range of eight draws in ten', () => {
  it.each([
    [{ kind: 'point', value: 1 }, '1'],
    [{ kind: 'uniform', low: 0, high: 10 }, '1 to 9'],
    // half of the mass of a symmetric triangle lies each side: p10 is at sqrt(0.1 / 2) of its width
    [{ kind: 'triangular', low: 0, mode: 1, high: 2 }, '0.447 to 1.55'],
    [{ kind: 'triangular', low: 0, mode: 0, high: 1 }, '0.0513 to 0.684'],
    [{ kind: 'triangular', low: 0, mode: 1, high: 1 }, '0.316 to 0.949'],
    [{ kind: 'normal', mean: 0, sd: 0.01 }, '−0.0128 to 0.0128'],
    [{ kind: 'lognormal', median: 1, sdLog: 0.1 }, '0.88 to 1.14'],
  ] as const)('of %j is %s', (distribution, expected) => {
    expect(sayDistribution(distribution)).toBe(expected)
  })
})
