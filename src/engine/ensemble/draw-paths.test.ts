import exp from '@stdlib/math-base-special-exp'
import { describe, expect, it } from 'vitest'
import { everyFeature } from '../../../tests/support/every-feature.ts'
import { smallModel } from '../../../tests/support/small-model.ts'
import type { EngineModel, UncertainFactor } from '../../domain/engine-model.ts'
import { DESIGNS, type Design } from '../../domain/ensemble.ts'
import { correlation } from '../../stats/correlation.ts'
import { normalCumulative } from '../../stats/normal-cumulative.ts'
import { createDrawPaths } from './draw-paths.ts'
import { CENTRAL_DRAW, createDrawValues, type DrawPlan } from './draw-values.ts'

const DRAWS = 512
const model = everyFeature(smallModel(3), 3)

/** Draws of a model: the values of each entry in one step [entry][draw]. */
function drawn(of: EngineModel, plan: DrawPlan, step = 0, draws = DRAWS, seed = 7): number[][] {
  const entries = of.uncertainty.length + of.effects.length
  const draw = createDrawValues(of, { draws, ...plan })
  const values = new Float64Array(entries * of.years)
  const columns = Array.from({ length: entries }, (): number[] => [])
  for (let i = 0; i < draws; i++) {
    draw(seed, i, values)
    for (const [k, column] of columns.entries()) column.push(values[k * of.years + step]!)
  }
  return columns
}

const normal = (id: string, walk = 0): EngineModel['uncertainty'][number] => ({
  id,
  target: 'growth',
  members: Int32Array.of(0),
  distribution: { kind: 'normal', mean: 0, sd: 1 },
  walk,
})
/** Four standard normal assumptions, the last two with a walk; the first three tied. */
const tied: EngineModel = {
  ...smallModel(1),
  years: 20,
  uncertainty: [normal('a'), normal('b'), normal('c', 0.5), normal('d', 0.5)],
  correlations: [
    {
      factors: [0, 2, 3],
      matrix: [
        [1, 0.6, 0.2],
        [0.6, 1, 0.7],
        [0.2, 0.7, 1],
      ],
    },
  ],
}

describe.each(DESIGNS)('a design of draws: %s', (design: Design) => {
  it('gives a draw by its number, whatever others are drawn', () => {
    const paths = createDrawPaths(model, { design, draws: 30 })
    const of = (draw: number): number[] =>
      paths(4, draw)
        .uncertain('international')
        .flatMap(({ values }) => [...values])
    const [third, ninth] = [of(3), of(9)]
    expect(of(3)).toEqual(third)
    expect(ninth).not.toEqual(third)
    const others = createDrawPaths(model, { design, draws: 30 })
    others(5, 3)
    expect(
      others(4, 9)
        .uncertain('international')
        .flatMap(({ values }) => [...values]),
    ).toEqual(ninth)
  })

  it('has the moments of the distributions, at the start and after a walk', () => {
    const [first, , third] = drawn(tied, { design })
    const [, , late] = drawn(tied, { design }, 19)
    const variance = (values: readonly number[]): number =>
      values.reduce((sum, x) => sum + x * x, 0) / values.length
    expect(Math.abs(variance(first!) - 1)).toBeLessThan(0.15)
    expect(Math.abs(variance(third!) - 1.25)).toBeLessThan(0.2)
    expect(Math.abs(variance(late!) - (1 + 20 * 0.25))).toBeLessThan(0.9)
  })

  it('keeps correlations of draws and of steps of walks', () => {
    const [a, b, c, d] = drawn(tied, { design })
    const [, , lateC, lateD] = drawn(tied, { design }, 19)
    expect(correlation(a!, c!)).toBeCloseTo(0.6 / Math.sqrt(1.25), 1)
    expect(Math.abs(correlation(a!, b!))).toBeLessThan(0.12)
    expect(correlation(c!, d!)).toBeCloseTo(0.7, 1)
    expect(correlation(lateC!, lateD!)).toBeCloseTo(0.7, 1)
  })

  it('shares the draws of assumptions between scenarios with other policies', () => {
    const without = drawn({ ...model, effects: [] }, { design })
    const all = drawn(model, { design })
    expect(all.slice(0, without.length)).toEqual(without)
    expect(model.effects.length).toBeGreaterThan(1)
    const reversed = drawn({ ...model, effects: [...model.effects].reverse() }, { design })
    expect(reversed.slice(without.length).reverse()).toEqual(all.slice(without.length))
  })

  it('has the first years of a longer projection', () => {
    const longer = { ...tied, years: 24 }
    expect(drawn(tied, { design }, 11)).toEqual(drawn(longer, { design }, 11))
  })
})

describe('designs', () => {
  it('put one draw of each assumption in each equal part', () => {
    const parts = (design: Design): number =>
      new Set(drawn(tied, { design })[1]!.map((x) => Math.floor(normalCumulative(x) * DRAWS))).size
    expect(parts('sobol')).toBe(DRAWS)
    expect(parts('latin-hypercube')).toBe(DRAWS)
    expect(parts('random')).toBeLessThan(0.8 * DRAWS)
  })

  it('put the ends of walks evenly too', () => {
    const free = {
      ...tied,
      correlations: [],
      uncertainty: [{ ...normal('c', 0.5), distribution: { kind: 'point' as const, value: 0 } }],
    }
    const longest = { ...free, years: 25 }
    for (const design of ['sobol', 'latin-hypercube'] as const) {
      const ends = drawn(longest, { design }, 24)[0]!
      const parts = new Set(ends.map((x) => Math.floor(normalCumulative(x / 2.5) * DRAWS)))
      // Sums of 25 steps are rounded, so that one at the edge of a part may fall into the next.
      expect(parts.size).toBeGreaterThan(DRAWS - 4)
    }
  })

  it('leave dimensions beyond the known directions to chance', () => {
    const many = {
      ...tied,
      correlations: [],
      uncertainty: Array.from({ length: 600 }, (_, k) => normal(`n${k}`)),
    }
    const columns = drawn(many, { design: 'sobol' }, 0, 64)
    expect(new Set(columns[511]!.map((x) => Math.floor(normalCumulative(x) * 64))).size).toBe(64)
    expect(new Set(columns[512]!.map((x) => Math.floor(normalCumulative(x) * 64))).size).toBeLessThan(64)
    expect(new Set(columns.slice(512).map((column) => column[0])).size).toBe(88)
  })

  it('refuse correlations that can’t all hold', () => {
    const matrix = [
      [1, 0.9, -0.9],
      [0.9, 1, 0.9],
      [-0.9, 0.9, 1],
    ]
    const impossible = { ...tied, correlations: [{ factors: [0, 1, 2], matrix }] }
    expect(() => createDrawPaths(impossible)).toThrow(RangeError)
  })
})

describe('a mix of draws', () => {
  const entries = model.uncertainty.length + model.effects.length
  const groupOf = Int32Array.from({ length: entries }, (_, k) => k % 2)
  const flat = (plan: DrawPlan, draw: number, seed = 9): number[] => {
    const paths = createDrawPaths(model, plan)(seed, draw)
    const targets = [...new Set(model.uncertainty.map(({ target }) => target))]
    const policies = [...new Set(model.effects.map(({ target }) => target))]
    return [
      ...targets.flatMap((target) => paths.uncertain(target).flatMap(({ values }) => [...values])),
      ...policies.flatMap((target) => paths.effects(target).flatMap(({ values }) => [...values])),
    ]
  }

  it('takes each group from the draw and stream it is told to', () => {
    const mix = (draws: number[], streams: number[]) => ({
      groups: 2,
      groupOf,
      draws: Int32Array.from(draws),
      streams: Uint8Array.from(streams),
    })
    const own = flat({}, 5)
    const centre = flat({}, CENTRAL_DRAW)
    expect(flat({ mix: mix([5, 5], [0, 0]) }, 0)).toEqual(own)
    expect(flat({ mix: mix([-1, -1], [0, 0]) }, 0)).toEqual(centre)
    const other = flat({ mix: mix([5, 5], [1, 1]) }, 0)
    expect(other.filter((value, i) => value === own[i] && value !== centre[i])).toEqual([])
    const half = flat({ mix: mix([8, 8, 5, -1], [0, 0, 0, 0]) }, 1)
    expect(half.every((value, i) => value === own[i] || value === centre[i])).toBe(true)
    expect(half).not.toEqual(own)
    expect(half).not.toEqual(centre)
    const both = flat({ mix: mix([5, 5], [0, 1]) }, 0)
    expect(both.every((value, i) => value === own[i] || value === other[i])).toBe(true)
    expect(flat({ mix: mix([5, 5], [0, 1]) }, CENTRAL_DRAW)).toEqual(centre)
  })
})

describe('a walk', () => {
  it('is of the logarithm for factors', () => {
    const factor = {
      ...normal('f', 0.2),
      target: 'leave' as const,
      distribution: { kind: 'point' as const, value: 2 },
    }
    const shift = { ...factor, target: 'growth' as const }
    const of = (entry: typeof factor | typeof shift, step: number): number[] =>
      drawn({ ...tied, correlations: [], uncertainty: [entry] }, {}, step, 8)[0]!
    for (const step of [0, 7])
      for (const [i, value] of of(factor, step).entries())
        expect(value).toBeCloseTo(2 * exp(of(shift, step)[i]! - 2), 12)
  })

  it('with a memory rests on its steps by (k + 1) m^k of the k-th before, so that its spread has an end', () => {
    const plain = { ...normal('w', 0.02), distribution: { kind: 'point' as const, value: 0 } }
    const memory = 0.8
    const columns = (entry: UncertainFactor, plan: DrawPlan = {}): number[][] =>
      Array.from(
        { length: 20 },
        (_, y) => drawn({ ...tied, correlations: [], uncertainty: [entry] }, plan, y)[0]!,
      )
    const [sums, found] = [columns(plain), columns({ ...plain, memory })]
    const kept = Array.from(
      { length: 20 },
      (_, k) =>
        (k + 1) *
        Array(k)
          .fill(memory)
          .reduce((a, b) => a * b, 1),
    )
    for (const [y, values] of found.entries())
      for (const draw of [0, 7]) {
        const steps = sums.map((each, z) => each[draw]! - (z > 0 ? sums[z - 1]![draw]! : 0))
        const expected = kept.slice(0, y + 1).reduce((sum, weight, k) => sum + weight * steps[y - k]!, 0)
        expect(values[draw]).toBeCloseTo(expected, 12)
      }
    // The sum of ((k + 1) m^k)^2 over all k is (1 + m²) / (1 - m²)³.
    const variances = columns({ ...plain, memory }, { design: 'random' }).map(
      (values) => values.reduce((sum, value) => sum + value * value, 0) / values.length,
    )
    const end = (0.02 * 0.02 * (1 + memory * memory)) / (1 - memory * memory) ** 3
    expect(variances[19]! / end).toBeGreaterThan(0.8)
    expect(variances[19]! / end).toBeLessThan(1.2)
    expect(variances[4]! / end).toBeCloseTo(15.6 / 35.2, 1)
  })
})
