import { expect, it } from 'vitest'
import { correlation } from './correlation.ts'
import { latinHypercube } from './latin-hypercube.ts'
import { uniform } from './threefry.ts'

const column = (design: Float64Array, dimensions: number, d: number) =>
  Array.from({ length: design.length / dimensions }, (_, i) => design[i * dimensions + d]!)

it.each([1, 7, 100, 1000])('has one of %d draws in each part of every dimension', (draws) => {
  const design = latinHypercube(3, draws, 30)
  for (let d = 0; d < 30; d++)
    expect(new Set(column(design, 30, d).map((u) => Math.floor(u * draws))).size).toBe(draws)
})

it('pairs dimensions by chance', () => {
  const design = latinHypercube(3, 1000, 20)
  for (let d = 1; d < 20; d++)
    // Standard error 1/sqrt(1000) = 0.032.
    expect(Math.abs(correlation(column(design, 20, 0), column(design, 20, d)))).toBeLessThan(0.12)
})

it('gives every part to the first draw equally often, over seeds', () => {
  const counts = [0, 0, 0, 0]
  for (let seed = 0; seed < 4000; seed++) counts[Math.floor(latinHypercube(seed, 4, 1)[0]! * 4)]! += 1
  // 99.9 % point of chi-squared with 3 degrees of freedom.
  expect(counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(16.3)
})

it('gives the same for the same seed, and another for another', () => {
  expect(latinHypercube(3, 10, 2)).toEqual(latinHypercube(3, 10, 2))
  expect(latinHypercube(4, 10, 2)).not.toEqual(latinHypercube(3, 10, 2))
})

it('adds up a sum of dimensions ten times better than chance', () => {
  const errors = { designed: 0, random: 0 }
  for (let seed = 0; seed < 20; seed++) {
    const designed = latinHypercube(seed, 500, 5)
    const random = designed.map((_, i) => uniform(seed, 99, i, 0))
    for (const [kind, points] of Object.entries({ designed, random }))
      errors[kind as keyof typeof errors] += (points.reduce((a, b) => a + b, 0) / points.length - 0.5) ** 2
  }
  expect(Math.sqrt(errors.designed) * 10).toBeLessThan(Math.sqrt(errors.random))
})
