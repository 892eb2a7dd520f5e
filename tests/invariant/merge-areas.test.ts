import { beforeAll, describe, expect, it } from 'vitest'
import { freshKernel } from '../../build-kernel.js'
import type { EngineModel } from '../../src/domain/engine-model.ts'
import { MEASURES } from '../../src/domain/measure.ts'
import { STATISTICS } from '../../src/domain/projection.ts'
import { createSimulate } from '../../src/engine/ensemble/simulate.ts'
import { mergeAreas } from '../../src/pipeline/merge-areas.ts'
import { readScenarioInputs } from '../../src/pipeline/read-scenario-inputs.ts'
import { createAggregation } from '../../src/results/aggregation.ts'
import { dataFiles } from '../support/data-files.ts'

const YEARS = 20
/** Farthest that the last year of one area may lie from the sum of 42, by level, as a share. */
const NEAR: Record<string, number> = { all: 0.002, sector: 0.002, occupation: 0.015, staff_group: 0.015 }
let kernel: Uint8Array<ArrayBuffer>

beforeAll(async () => {
  kernel = await freshKernel()
})

describe.each(['no-change', 'ten-point-plan'])('England as one area under %s', (scenario) => {
  const { reference, model } = readScenarioInputs(dataFiles(), scenario, YEARS)
  const { series, aggregation } = createAggregation(reference)

  /** Central value of the first place of a result by series, time and measure. */
  async function central(of: EngineModel, rollUp: boolean) {
    const { values } = await createSimulate(kernel)({ model: of, aggregation, seed: 1, draws: 1, rollUp })
    return (i: number, t: number, code: string): number => {
      const m = MEASURES.findIndex((measure) => measure.code === code)
      return values[((i * (YEARS + 1) + t) * MEASURES.length + m) * STATISTICS.length]!
    }
  }

  it('is the sum of its areas at the base, and near it twenty years on', async () => {
    const sum = await central(model, true)
    const one = await central(mergeAreas(model), false)
    let compared = 0
    for (const [i, { level, code: name }] of series.entries()) {
      for (const { code, additive, atBase } of MEASURES) {
        const base = sum(i, 0, code)
        if (!additive || !atBase || !Number.isFinite(base) || base === 0) continue
        compared += 1
        expect(Math.abs(one(i, 0, code) / base - 1), `${name} ${code} at the base`).toBeLessThan(1e-9)
      }
      for (const code of ['supply_fte', 'fte_at_work', 'need_fte', 'funded_fte', 'coverage', 'pay_bill']) {
        const last = sum(i, YEARS, code)
        if (!Number.isFinite(last) || last === 0) continue
        compared += 1
        expect(Math.abs(one(i, YEARS, code) / last - 1), `${name} ${code}`).toBeLessThan(NEAR[level]!)
      }
    }
    expect(compared).toBeGreaterThan(1000)
  })
})
