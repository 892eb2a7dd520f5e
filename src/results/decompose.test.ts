import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decompose, summarise } from './decompose.ts'

const run = (central: readonly number[], draws: readonly number[]) => ({
  central: Float64Array.from(central),
  draws: Float64Array.from(draws),
})

describe('decompose', () => {
  it('takes a product apart: each factor alone, and what they do together', () => {
    // 2 x 3 against 2 x 1 and 1 x 3 on top of 1 x 1: 5 = 1 + 2 + 2
    const { total, parts, interaction } = decompose(run([1], [1, 1]), run([6], [6, 6]), [
      run([2], [2, 2]),
      run([3], [3, 3]),
    ])
    expect([...total.draws]).toEqual([5, 5])
    expect(parts.map(({ central }) => central[0])).toEqual([1, 2])
    expect([...interaction.central, ...interaction.draws]).toEqual([2, 2, 2])
  })

  it('sums to the total in every draw', () => {
    const LARGEST = 1e6
    const value = fc.double({ min: -LARGEST, max: LARGEST, noNaN: true })
    const runs = fc.array(fc.array(value, { minLength: 6, maxLength: 6 }), { minLength: 3, maxLength: 8 })
    fc.assert(
      fc.property(runs, ([a, b, ...alone]) => {
        const asRun = (numbers: readonly number[]) => run(numbers.slice(0, 2), numbers.slice(2))
        const { total, parts, interaction } = decompose(asRun(a!), asRun(b!), alone.map(asRun))
        for (const side of ['central', 'draws'] as const)
          for (let i = 0; i < total[side].length; i++) {
            const sum = [...parts, interaction].reduce((before, part) => before + part[side][i]!, 0)
            expect(Math.abs(sum - total[side][i]!)).toBeLessThanOrEqual(1e-9 * LARGEST)
          }
      }),
    )
  })
})

describe('summarise', () => {
  it('gives the central run, the mean and percentiles as R’s quantile() does', () => {
    // quantile(c(10, 30, 20, 50, 40), c(.1, .5, .9)) is 14, 30, 46
    expect([...summarise(run([7], [10, 30, 20, 50, 40]))]).toEqual([7, 30, 14, 30, 46])
  })

  it('knows nothing where a draw knows nothing', () => {
    const [, ...drawn] = summarise(run([1], [1, Number.NaN, 3]))
    expect(drawn).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN])
  })
})
