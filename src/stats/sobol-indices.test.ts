import { describe, expect, it } from 'vitest'
import { saltelliRows } from './saltelli-rows.ts'
import { createScrambledSobol } from './scrambled-sobol.ts'
import { type SobolIndices, sobolIndices } from './sobol-indices.ts'

const RESAMPLING = { seed: 1, resamples: 100, confidence: 0.95 }

function study(value: (point: Float64Array) => number, factors: number, draws: number): SobolIndices[] {
  const design = createScrambledSobol(2026, 2 * factors)
  const outputs = Array.from({ length: draws }, (_, i) => saltelliRows(design(i)).map(value))
  return sobolIndices(outputs, RESAMPLING)
}

function expectIndices(found: readonly SobolIndices[], first: readonly number[], total: readonly number[]) {
  found.forEach((indices, factor) => {
    expect(Math.abs(indices.first.estimate - first[factor]!)).toBeLessThan(0.02)
    expect(Math.abs(indices.total.estimate - total[factor]!)).toBeLessThan(0.02)
    expect(indices.first.low).toBeLessThanOrEqual(first[factor]! + 1e-4)
    expect(indices.first.high).toBeGreaterThanOrEqual(first[factor]! - 1e-4)
    expect(indices.total.low).toBeLessThanOrEqual(total[factor]! + 1e-4)
    expect(indices.total.high).toBeGreaterThanOrEqual(total[factor]! - 1e-4)
  })
}

describe('Sobol’ indices', () => {
  it('of Ishigami’s function with a = 7 and b = 0.1 are the published ones', () => {
    const ishigami = (point: Float64Array) => {
      const [x, y, z] = point.map((u) => (2 * u - 1) * Math.PI) as unknown as [number, number, number]
      return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x)
    }
    expectIndices(study(ishigami, 3, 4096), [0.3139, 0.4424, 0], [0.5576, 0.4424, 0.2437])
  })

  it('of Sobol’s g-function are those of its closed form', () => {
    const importance = [0, 1, 4.5, 9, 99, 99, 99, 99]
    const g = (point: Float64Array) =>
      importance.reduce((product, a, d) => (product * (Math.abs(4 * point[d]! - 2) + a)) / (1 + a), 1)
    const own = importance.map((a) => 1 / (3 * (1 + a) ** 2))
    const all = own.reduce((product, variance) => product * (1 + variance), 1)
    const first = own.map((variance) => variance / (all - 1))
    const total = own.map((variance) => (variance * all) / (1 + variance) / (all - 1))
    // As published for these eight factors: 0.716, 0.179, 0.024, 0.007 and 0.0001 first.
    expect(first[0]).toBeCloseTo(0.716, 3)
    expect(first[1]).toBeCloseTo(0.179, 3)
    expectIndices(study(g, 8, 4096), first, total)
  })

  it('of a sum are the shares of variance, first and total alike', () => {
    const sum = (point: Float64Array) => 1000 + 3 * point[0]! + 4 * point[1]!
    const [x, y] = study(sum, 2, 1024)
    for (const indices of [x!.first, x!.total]) expect(indices.estimate).toBeCloseTo(9 / 25, 2)
    for (const indices of [y!.first, y!.total]) expect(indices.estimate).toBeCloseTo(16 / 25, 2)
  })

  it('have narrower intervals from more draws', () => {
    const product = (point: Float64Array) => point[0]! * (point[1]! + 0.5)
    const width = (draws: number) => {
      const [{ first }] = study(product, 2, draws) as [SobolIndices]
      return first.high - first.low
    }
    expect(width(4096)).toBeLessThan(width(256) / 2)
  })

  it('are not numbers where nothing varies, and need two draws', () => {
    const flat = study(() => 0.1, 2, 17)
    expect(flat[0]!.first.estimate).toBeNaN()
    expect(() => study(() => 0.1, 2, 1)).toThrow(RangeError)
  })
})
