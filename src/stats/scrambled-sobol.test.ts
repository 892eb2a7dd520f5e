import { describe, expect, it } from 'vitest'
import { createScrambledSobol } from './scrambled-sobol.ts'
import { uniform } from './threefry.ts'

const DIMENSIONS = 200
const draw = (seed: number, count: number, dimensions: number, from = 0) => {
  const design = createScrambledSobol(seed, dimensions)
  return Array.from({ length: count }, (_, i) => design(from + i))
}

describe('scrambled Sobol draws', () => {
  it.each([0, 3 * 1024])(
    'have one of 2^k draws from %d on in each of 2^k equal parts, for every k',
    (from) => {
      const draws = draw(7, 1024, DIMENSIONS, from)
      for (let k = 1; k <= 10; k++)
        for (let d = 0; d < DIMENSIONS; d++) {
          const parts = new Set(draws.slice(0, 2 ** k).map((point) => Math.floor(point[d]! * 2 ** k)))
          expect(parts.size).toBe(2 ** k)
        }
    },
  )

  it('have one of 256 draws in each elementary rectangle of the first two dimensions', () => {
    const draws = draw(11, 256, 2)
    for (let k = 0; k <= 8; k++) {
      const cells = new Set(
        draws.map(([x, y]) => Math.floor(x! * 2 ** k) * 256 + Math.floor(y! * 2 ** (8 - k))),
      )
      expect(cells.size).toBe(256)
    }
  })

  it('depend on the seed and their number alone', () => {
    const all = draw(5, 50, 20)
    for (const i of [49, 3, 17, 0]) expect(createScrambledSobol(5, 20)(i)).toEqual(all[i])
    expect([...createScrambledSobol(5, 100)(17).subarray(0, 20)]).toEqual([...all[17]!])
    expect(createScrambledSobol(6, 20)(17)).not.toEqual(all[17])
  })

  it('lie strictly between 0 and 1, each uniform over seeds', () => {
    const first = Array.from({ length: 4000 }, (_, seed) => createScrambledSobol(seed, 1)(0)[0]!)
    expect(Math.min(...first)).toBeGreaterThan(0)
    expect(Math.max(...first)).toBeLessThan(1)
    // Ten parts of 400 expected; the 99.9 % point of chi-squared with 9 degrees of freedom is 27.9.
    const counts = Array.from(
      { length: 10 },
      (_, part) => first.filter((u) => Math.floor(u * 10) === part).length,
    )
    expect(counts.reduce((sum, count) => sum + (count - 400) ** 2 / 400, 0)).toBeLessThan(27.9)
  })

  it('scramble dimensions independently: no correlation over seeds between two of one draw', () => {
    const draws = Array.from({ length: 4000 }, (_, seed) => createScrambledSobol(seed, 2)(9))
    const product = draws.reduce((sum, [x, y]) => sum + (x! - 0.5) * (y! - 0.5), 0) / draws.length
    // Standard error 1/12/sqrt(4000) = 0.0013.
    expect(Math.abs(product)).toBeLessThan(0.0045)
  })

  it('integrate a smooth function of 12 dimensions ten times better than chance, without bias', () => {
    const value = (point: ArrayLike<number>) => {
      let product = 1
      for (let d = 0; d < 12; d++) product *= 1 + (point[d]! - 0.5) / (d + 1)
      return product
    }
    const seeds = Array.from({ length: 20 }, (_, seed) => seed)
    const mean = (points: readonly ArrayLike<number>[]) =>
      points.reduce((sum, point) => sum + value(point), 0) / points.length
    const rootMeanSquare = (errors: readonly number[]) =>
      Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length)
    // Each factor's mean is 1, so the integral is 1.
    const designed = seeds.map((seed) => mean(draw(seed, 1024, 12)) - 1)
    const random = seeds.map(
      (seed) =>
        mean(
          Array.from({ length: 1024 }, (_, i) =>
            Array.from({ length: 12 }, (_, d) => uniform(seed, i, d, 0)),
          ),
        ) - 1,
    )
    expect(rootMeanSquare(designed) * 10).toBeLessThan(rootMeanSquare(random))
    const bias = designed.reduce((a, b) => a + b, 0) / designed.length
    expect(Math.abs(bias)).toBeLessThan(rootMeanSquare(designed))
  })
})
