import { beforeAll, describe, expect, it } from 'vitest'
import { freshKernel } from '../../../build-kernel.js'
import { everyFeature } from '../../../tests/support/every-feature.ts'
import { smallModel } from '../../../tests/support/small-model.ts'
import type { EngineModel, UncertainFactor } from '../../domain/engine-model.ts'
import type { Simulate } from '../../domain/ensemble.ts'
import { createSimulate } from '../../engine/ensemble/simulate.ts'
import { mergeAreas } from '../merge-areas.ts'
import { assumptionGroups } from './assumption-groups.ts'
import { type Sampler, samplePlain } from './sample-model.ts'
import { studyModel, studyRuns } from './study-model.ts'

const SERVICES = 3
const plain = mergeAreas(
  smallModel(5, { occupations: 4, areas: 3, services: SERVICES, years: 3, regions: 1 }),
)
const NO_BOOK = { uncertainty: [], correlations: [] }

let simulate: Simulate
beforeAll(async () => {
  simulate = createSimulate(await freshKernel())
})

const aggregation = { start: Int32Array.from([0, 4]), members: Int32Array.from([0, 1, 2, 3]) }
const samplerOf = (model: EngineModel, measure: string, t: number, parallel = 1): Sampler => ({
  model,
  aggregation,
  outputs: [{ series: 0, measure }],
  t,
  seed: 11,
  simulate,
  parallel,
})

/** Growth of one service, in share a year. */
const growth = (v: number, sd: number): UncertainFactor => ({
  id: `growth-${v}`,
  target: 'growth',
  members: Int32Array.of(v),
  distribution: { kind: 'normal', mean: 0, sd },
  walk: 0,
})

/** Need of all occupations at the end of the first step for growth of one service in it, all else at its centre. */
async function needAt(model: EngineModel, v: number, shift: number): Promise<number> {
  const growthOf = Float64Array.from(model.growth, (value, i) => value + (i === v ? shift : 0))
  const sampler = samplerOf({ ...model, growth: growthOf, uncertainty: [] }, 'need_fte', 1)
  const [values] = await samplePlain(sampler, 1)
  return values![0]!
}

describe('a study of a model that adds its assumptions up', () => {
  const sds = [0.02, 0.01, 0.03]
  const model: EngineModel = {
    ...plain,
    effects: [],
    uncertainty: sds.map((sd, v) => growth(v, sd)),
    correlations: [],
  }

  it('finds the shares of variance that its slopes give', async () => {
    const grouped = assumptionGroups(model, NO_BOOK)
    const [found] = await studyModel(samplerOf(model, 'need_fte', 1), grouped, { base: 512, alone: 128 })
    const slopes: number[] = []
    for (const v of [0, 1, 2]) slopes.push((await needAt(model, v, 0.01)) - (await needAt(model, v, -0.01)))
    const variances = slopes.map((slope, v) => (slope * sds[v]! * 50) ** 2)
    const all = variances.reduce((a, b) => a + b, 0)
    expect(found!.groups).toHaveLength(3)
    for (const [v, { first, total }] of found!.groups.entries()) {
      expect(total.estimate).toBeCloseTo(variances[v]! / all, 1.7)
      expect(first.estimate).toBeCloseTo(variances[v]! / all, 1.3)
      expect(total.low).toBeLessThanOrEqual(total.estimate)
      expect(total.high).toBeGreaterThanOrEqual(total.estimate)
    }
    // Of a normal distribution p10 and p90 lie 1.2816 standard deviations from the middle.
    const centre = await needAt(model, 0, 0)
    expect(found!.central).toBe(centre)
    for (const [v, { p10, p90 }] of found!.groups.entries())
      expect((p90 - p10) / (2 * 1.2816 * Math.sqrt(variances[v]!))).toBeCloseTo(1, 1)
    expect((found!.p90 - found!.p10) / (2 * 1.2816 * Math.sqrt(all))).toBeCloseTo(1, 1)
  })

  it('counts assumptions that are correlated as one', async () => {
    const matrix = [
      [1, 0.8],
      [0.8, 1],
    ]
    const tied = { ...model, correlations: [{ factors: [0, 2], matrix }] }
    const grouped = assumptionGroups(tied, NO_BOOK)
    expect(grouped.groups.map(({ members }) => members)).toEqual([['growth-0', 'growth-2'], ['growth-1']])
    const [found] = await studyModel(samplerOf(tied, 'need_fte', 1), grouped, { base: 256, alone: 64 })
    const [a, b] = found!.groups
    expect(a!.total.estimate + b!.total.estimate).toBeCloseTo(1, 1)
    expect(a!.total.estimate).toBeGreaterThan(0.9)
  })
})

describe('a study of a model with everything on', () => {
  const model = everyFeature(plain, 5)
  const grouped = assumptionGroups(model, NO_BOOK)
  const plan = { base: 40, alone: 10 }

  it('has the same bits whatever is under way at once', async () => {
    const alone = await studyModel(samplerOf(model, 'gap_fte', 3), grouped, plan)
    expect(studyRuns(grouped, plan)).toBeGreaterThan(1024)
    expect(await studyModel(samplerOf(model, 'gap_fte', 3, 3), grouped, plan)).toEqual(alone)
    expect(await studyModel({ ...samplerOf(model, 'gap_fte', 3), seed: 12 }, grouped, plan)).not.toEqual(
      alone,
    )
  })

  it('puts effects of one lever together and reports its progress', async () => {
    const levers = new Set(model.effects.map(({ lever }) => lever))
    expect(grouped.groups).toHaveLength(model.uncertainty.length + levers.size)
    expect(grouped.groupOf).toHaveLength(model.uncertainty.length + model.effects.length)
    const seen: number[] = []
    await studyModel(samplerOf(model, 'gap_fte', 3, 2), grouped, plan, (runs) => seen.push(runs))
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    expect(seen.at(-1)).toBe(studyRuns(grouped, plan))
  })

  it('finds nothing in what doesn’t vary', async () => {
    const still = { ...model, effects: [], uncertainty: model.uncertainty.slice(0, 2), correlations: [] }
    const fixed = still.uncertainty.map((factor) => ({
      ...factor,
      walk: 0,
      distribution: { kind: 'point' as const, value: 1 },
    }))
    const certain = { ...still, uncertainty: fixed }
    const [found] = await studyModel(samplerOf(certain, 'gap_fte', 3), assumptionGroups(certain, NO_BOOK), {
      base: 8,
      alone: 8,
    })
    expect(found!.groups.every(({ total }) => Number.isNaN(total.estimate))).toBe(true)
    expect([found!.p10, found!.p90]).toEqual([found!.central, found!.central])
  })
})
