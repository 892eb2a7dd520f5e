import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { freshKernel } from '../../build-kernel.js'
import type { EngineModel } from '../../src/domain/engine-model.ts'
import type { Aggregation, EnsembleRequest } from '../../src/domain/ensemble.ts'
import { createSimulate } from '../../src/engine/ensemble/simulate.ts'
import { plainEnsemble } from '../support/plain-ensemble.ts'
import { syntheticModel } from '../support/synthetic-model.ts'

let kernel: Uint8Array<ArrayBuffer>
beforeAll(async () => {
  kernel = await freshKernel()
})

/** Every occupation alone, then all together, then the first and last. */
function aggregationOf(occupations: number): Aggregation {
  const all = Array.from({ length: occupations }, (_, o) => o)
  const series = [...all.map((o) => [o]), all, [0, occupations - 1]]
  const start = [0]
  for (const members of series) start.push(start.at(-1)! + members.length)
  return { start: Int32Array.from(start), members: Int32Array.from(series.flat()) }
}

/** Largest difference relative to the larger value; values below `floor` count as `floor`. */
function worstDifference(found: Float64Array, expected: Float64Array, floor: number): number {
  let worst = 0
  expected.forEach((value, i) => {
    if (Number.isNaN(value) && Number.isNaN(found[i])) return
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

describe('the fast ensemble', () => {
  it('agrees with the plain one to 1e-10', { timeout: 300_000 }, async () => {
    const simulate = createSimulate(kernel)
    const odd = fc.constantFrom(...Object.keys(oddities))
    await fc.assert(
      fc.asyncProperty(
        settings,
        odd,
        fc.integer({ min: 1, max: 9 }),
        fc.boolean(),
        async (size, name, draws, rollUp) => {
          const model = syntheticModel({ ...size, regions: Math.min(size.regions, size.areas) })
          oddities[name]!(model)
          const request: EnsembleRequest = {
            model,
            aggregation: aggregationOf(size.occupations),
            seed: 7,
            draws,
            rollUp,
          }
          const expected = plainEnsemble(request)
          const found = await simulate(request)
          expect(found.length).toBe(expected.length)
          // Below a thousandth of a head, or of a share, differences are of the arithmetic's last digits.
          expect(worstDifference(found, expected, 1e-3)).toBeLessThan(1e-10)
        },
      ),
      { numRuns: 60, seed: 1 },
    )
  })
})
