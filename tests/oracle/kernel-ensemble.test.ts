import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { freshKernel } from '../../build-kernel.js'
import type { EngineModel } from '../../src/domain/engine-model.ts'
import type { Aggregation, EnsembleRequest } from '../../src/domain/ensemble.ts'
import { MEASURES } from '../../src/domain/measure.ts'
import { STATISTICS } from '../../src/domain/projection.ts'
import { createSimulate } from '../../src/engine/ensemble/simulate.ts'
import { everyFeature } from '../support/every-feature.ts'
import { plainEnsemble } from '../support/plain-ensemble.ts'
import { syntheticModel } from '../support/synthetic-model.ts'

let kernel: Uint8Array<ArrayBuffer>
beforeAll(async () => {
  kernel = await freshKernel()
})

/** Every occupation alone, then all together, then the first and last, then the first again, then unpaid care. */
function aggregationOf(occupations: number): Aggregation {
  const all = Array.from({ length: occupations }, (_, o) => o)
  const series = [...all.map((o) => [o]), all, [0, occupations - 1], [0], []]
  const start = [0]
  for (const members of series) start.push(start.at(-1)! + members.length)
  return {
    start: Int32Array.from(start),
    members: Int32Array.from(series.flat()),
    care: series.length - 1,
  }
}

/** Measures that are differences of others, which may nearly cancel out. */
const DIFFERENCES = ['residual_heads', 'gap_fte'].map((code) =>
  MEASURES.findIndex((measure) => measure.code === code),
)

/**
 * Largest difference relative to the larger value; values below a thousandth count as a thousandth of a
 * head, or of a share. The residual flow and the gap are differences of staff, so their errors are measured by
 * the heads: values below a hundredth of them count as that.
 * @param each numbers of one measure in a row: statistics, or draws
 */
function worstDifference(found: Float64Array, expected: Float64Array, each: number): number {
  let worst = 0
  const record = each * MEASURES.length
  expected.forEach((value, i) => {
    if (Number.isNaN(value) && Number.isNaN(found[i])) return
    const isDifference = DIFFERENCES.includes(Math.floor((i % record) / each))
    const heads = expected[i - (i % record)]!
    const floor = isDifference ? Math.max(1e-3, 1e-2 * heads) : 1e-3
    const difference = Math.abs(found[i]! - value) / Math.max(Math.abs(value), Math.abs(found[i]!), floor)
    worst = Number.isNaN(difference) ? Number.POSITIVE_INFINITY : Math.max(worst, difference)
  })
  return worst
}

const settings = fc.record({
  occupations: fc.integer({ min: 1, max: 4 }),
  areas: fc.integer({ min: 1, max: 3 }),
  years: fc.integer({ min: 1, max: 5 }),
  services: fc.integer({ min: 1, max: 3 }),
  movesEach: fc.constantFrom(0, 1, 3),
  regions: fc.integer({ min: 1, max: 3 }),
  seed: fc.integer({ min: 0, max: 0xffffffff }),
  smooth: fc.boolean(),
})

/** Something odd done to a model, which no published figure would show but a scenario may. */
const oddities: Record<string, (model: EngineModel) => void> = {
  none: () => {},
  'nobody there': (model) => model.heads.fill(0),
  'an occupation without people': (model) => model.heads.fill(0, 0, 120 * model.areas),
  'no hazards': (model) => {
    for (const table of [model.hazardLeave, model.hazardRetire, model.hazardIll, model.moveHazard])
      table.fill(0)
  },
  'everyone leaves': (model) => model.hazardLeave.fill(50),
  'tiny hazards': (model) => {
    model.hazardLeave.fill(1e-5)
    model.hazardRetire.fill(0)
    model.hazardIll.fill(0)
  },
  'the same at every age': (model) => {
    model.hazardLeave.fill(0.1)
    model.hazardRetire.fill(0.05)
    model.hazardIll.fill(0)
    model.mobility.fill(1)
    model.participation.fill(0.8)
  },
  'nothing fills posts': (model) => model.fill.fill(0),
  'every post filled': (model) => {
    model.fill.fill(1)
    model.openFtePerHead.fill(0.7)
  },
  'no posts and no need': (model) => {
    for (const table of [model.needRatio, model.unmetRatio, model.fundedRatio]) table.fill(0)
  },
  'no joiners': (model) => {
    for (const table of [model.programmeIntake, model.international, model.returners, model.fill])
      table.fill(0)
  },
}

/** Something odd done to a model with everything on. */
const fullOddities: Record<string, (model: EngineModel) => void> = {
  ...oddities,
  'staff give more care than is needed': (model) => model.care.needHours.fill(1),
  'no unpaid care known': (model) => {
    model.care.needHours.fill(Number.NaN)
    model.care.adults.fill(Number.NaN)
  },
  'pressure without end': (model) => {
    model.postsPath.fill(1e-7)
    model.activity.forEach((_, i) => {
      if (i % (model.years + 1) > 0) model.activity[i] = 1e7
    })
  },
}

const size = fc.record({ model: settings, draws: fc.integer({ min: 1, max: 9 }), rollUp: fc.boolean() })

describe('the fast ensemble', () => {
  const check = async (request: EnsembleRequest): Promise<void> => {
    const expected = plainEnsemble(request)
    const found = await createSimulate(kernel)(request)
    expect(found.values.length).toBe(expected.values.length)
    expect(worstDifference(found.values, expected.values, STATISTICS.length)).toBeLessThan(1e-10)
    expect(found.kept?.length).toBe(expected.kept?.length)
    if (found.kept && expected.kept)
      expect(worstDifference(found.kept, expected.kept, request.draws)).toBeLessThan(1e-10)
  }

  it('agrees with the plain one to 1e-10', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        size,
        fc.constantFrom(...Object.keys(oddities)),
        async ({ model: options, draws, rollUp }, name) => {
          const model = syntheticModel({ ...options, regions: Math.min(options.regions, options.areas) })
          oddities[name]!(model)
          await check({ model, aggregation: aggregationOf(options.occupations), seed: 7, draws, rollUp })
        },
      ),
      { numRuns: 30, seed: 1 },
    )
  })

  it('agrees with everything on, kept draws included', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        size,
        fc.constantFrom(...Object.keys(fullOddities)),
        async ({ model: options, draws, rollUp }, name) => {
          const plain = syntheticModel({ ...options, regions: Math.min(options.regions, options.areas) })
          const model = everyFeature(plain, options.seed)
          fullOddities[name]!(model)
          const aggregation = aggregationOf(options.occupations)
          const last = aggregation.start.length - 2
          // Units: with roll-up at least England, a region and an area, without it at least one area.
          const keep = { units: rollUp ? [0, 2] : [0], series: [0, last - 1, last] }
          await check({ model, aggregation, seed: 11, draws, rollUp, keep })
        },
      ),
      { numRuns: 50, seed: 2 },
    )
  })
})
