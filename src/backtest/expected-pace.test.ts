import { describe, expect, it } from 'vitest'
import { expectGrowth, expectRate } from './expected-pace.ts'
import type { BacktestSettings } from './read-backtest.ts'

const settings: BacktestSettings = {
  priorGrowth: 0.01,
  priorSpread: 0.02,
  usualSwing: 0.003,
  usualSwingYears: 2,
  likeness: 1,
  memory: 1,
  rateMemory: 1,
  wander: 0.5,
  damping: 0.85,
}

/** Values that grow by factors a year. */
const growing = (...factors: number[]): number[] => [
  100,
  ...factors.map((_, k) => factors.slice(0, k + 1).reduce((product, factor) => product * factor, 100)),
]

describe('expected growth', () => {
  it('of a family that has never swung is its own, drawn to the prior by its usual swing, by hand', () => {
    const growth = Math.log(1.03)
    const [one] = expectGrowth([growing(1.03, 1.03), growing(1.03, 1.03)], settings)
    // Family swing² = 2 x 0.003² / (2 - 1 + 2); kept = 0.02² / (0.02² + swing² / 2 years)
    const swing2 = (2 * 0.003 * 0.003) / 3
    const kept = 0.0004 / (0.0004 + swing2 / 2)
    expect(one!.pace).toBeCloseTo(0.01 + kept * (growth - 0.01), 12)
    expect(one!.paceSpread).toBeCloseTo(Math.sqrt(0.0004 * (1 - kept)), 12)
    expect(one!.swing).toBeCloseTo(Math.sqrt(swing2), 9)
    expect(one!.wander).toBeCloseTo(Math.sqrt(swing2) / 2, 9)
  })

  it('keeps steady differences between series, and drops those that chance could make', () => {
    const steady = [1.01, 1.02, 1.03, 1.04, 1.05].map((factor) => growing(factor, factor, factor, factor))
    const paces = expectGrowth(steady, settings).map(({ pace }) => pace)
    expect(paces[4]! - paces[0]!).toBeCloseTo(Math.log(1.05 / 1.01), 6)
    const noisy = [0.95, 0.98, 1.02, 1.05].map((factor) =>
      growing(factor, 1 / factor, factor, 1 / factor, factor * 1.001),
    )
    const drawn = expectGrowth(noisy, settings).map(({ pace }) => pace)
    expect(Math.max(...drawn) - Math.min(...drawn)).toBeLessThan(1e-9)
  })

  it('believes a family that swings less than one that is steady', () => {
    const steady = expectGrowth([growing(1.05, 1.05, 1.05), growing(1.05, 1.05, 1.05)], settings)
    const wild = expectGrowth([growing(1.2, 0.92, 1.05), growing(1.2, 0.92, 1.05)], settings)
    expect(steady[0]!.pace).toBeGreaterThan(wild[0]!.pace)
    expect(wild[0]!.paceSpread).toBeGreaterThan(steady[0]!.paceSpread)
    expect(wild[0]!.swing).toBeGreaterThan(steady[0]!.swing)
  })
})

describe('expected rate', () => {
  it('of a level that never changes is that level', () => {
    const [one] = expectRate(
      [
        [0.3, 0.3, 0.3],
        [0.3, 0.3, 0.3],
      ],
      settings,
    )
    expect(one!.pace).toBeCloseTo(Math.log(0.3), 12)
    expect(one!.swing).toBe(0)
    expect(one!.wander).toBe(0)
  })

  it('comes back towards the mean of the years, by hand', () => {
    const half = { ...settings, rateMemory: 0.5 }
    const levels = [0.2, 0.2, 0.4]
    const [one] = expectRate([levels, levels], half)
    const mean = (2 * Math.log(0.2) + Math.log(0.4)) / 3
    expect(one!.pace).toBeCloseTo(0.5 * Math.log(0.4) + 0.5 * mean, 12)
  })
})
