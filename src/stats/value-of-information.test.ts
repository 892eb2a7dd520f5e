import { describe, expect, it } from 'vitest'
import { binnedMeans } from './binned-means.ts'
import { normalCumulative } from './normal-cumulative.ts'
import { normalDensity } from './normal-density.ts'
import { normalQuantile } from './normal-quantile.ts'
import { createPolynomialMeans } from './polynomial-means.ts'
import { createScrambledSobol } from './scrambled-sobol.ts'
import { valueOfPartialInformation, valueOfPerfectInformation } from './value-of-information.ts'

const DRAWS = 8192
const design = createScrambledSobol(12, 3)
const drawn = Array.from({ length: DRAWS }, (_, i) => [...design(i)].map(normalQuantile))
const parameter = (d: number) => drawn.map((draw) => draw[d]!)

/** Gain from knowing a normal benefit before deciding for or against it: the unit normal loss integral. */
const closedForm = (mean: number, sd: number) =>
  sd * normalDensity(mean / sd) + mean * normalCumulative(mean / sd) - Math.max(0, mean)

describe.each([-40, 0, 25])('a programme whose net benefit is %d + 30 x + 40 y + 20 z, or none', (mean) => {
  const nothing = new Float64Array(DRAWS)
  const programme = drawn.map(([x, y, z]) => mean + 30 * x! + 40 * y! + 20 * z!)
  const benefits = [nothing, programme]

  it('is worth the closed form to know all about', () => {
    const expected = closedForm(mean, Math.sqrt(2900))
    expect(Math.abs(valueOfPerfectInformation(benefits) / expected - 1)).toBeLessThan(0.01)
  })

  it('is worth the closed form to know one parameter of, by bins and by regression', () => {
    const expected = closedForm(mean, 40)
    const y = parameter(1)
    const binned = valueOfPartialInformation(benefits, (benefit) => binnedMeans(benefit, y, 64))
    const fitted = valueOfPartialInformation(benefits, createPolynomialMeans([y], 3))
    expect(Math.abs(binned / expected - 1)).toBeLessThan(0.03)
    expect(Math.abs(fitted / expected - 1)).toBeLessThan(0.03)
  })

  it('is worth the closed form to know two parameters of', () => {
    const fitted = valueOfPartialInformation(benefits, createPolynomialMeans([parameter(0), parameter(1)], 2))
    expect(Math.abs(fitted / closedForm(mean, 50) - 1)).toBeLessThan(0.03)
  })
})

it('follows a relation that bends: x² - 1 or nothing is worth 2 φ(1)', () => {
  const benefits = [new Float64Array(DRAWS), drawn.map(([x, y]) => x! * x! - 1 + y!)]
  const x = parameter(0)
  const expected = 2 * normalDensity(1)
  const binned = valueOfPartialInformation(benefits, (benefit) => binnedMeans(benefit, x, 90))
  const fitted = valueOfPartialInformation(benefits, createPolynomialMeans([x], 3))
  expect(Math.abs(binned - expected)).toBeLessThan(0.02)
  expect(Math.abs(fitted - expected)).toBeLessThan(0.02)
})

it('is nothing where one decision is always best, and near nothing for a parameter without part in it', () => {
  const better = [parameter(0), parameter(0).map((x) => x + 0.1)]
  expect(valueOfPerfectInformation(better)).toBeCloseTo(0, 12)
  const benefits = [new Float64Array(DRAWS), parameter(0).map((x) => x + 0.5)]
  const idle = valueOfPartialInformation(benefits, (benefit) => binnedMeans(benefit, parameter(2), 64))
  expect(idle).toBeLessThan(0.01)
})

it('is worked by hand for three decisions and two draws', () => {
  // Best on average: the second, 5. Knowing the draw: (8 + 6) / 2 = 7.
  const three = [
    [8, 0],
    [5, 5],
    [1, 6],
  ]
  expect(valueOfPerfectInformation(three)).toBe(2)
})

it('refuses no decisions, no draws, and decisions of different draws', () => {
  for (const benefits of [[], [[]], [[1], [1, 2]]])
    expect(() => valueOfPerfectInformation(benefits)).toThrow(RangeError)
})
