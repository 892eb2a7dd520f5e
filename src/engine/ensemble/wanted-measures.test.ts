import { beforeAll, describe, expect, it } from 'vitest'
import { freshKernel } from '../../../build-kernel.js'
import { everyFeature } from '../../../tests/support/every-feature.ts'
import { syntheticModel } from '../../../tests/support/synthetic-model.ts'
import type { EnsembleRequest, Simulate } from '../../domain/ensemble.ts'
import { MEASURES } from '../../domain/measure.ts'
import { STATISTICS } from '../../domain/projection.ts'
import { createSimulate } from './simulate.ts'

const plain = syntheticModel({
  occupations: 4,
  areas: 2,
  years: 3,
  services: 2,
  movesEach: 1,
  regions: 1,
  seed: 2,
  smooth: true,
})
const request: EnsembleRequest = {
  model: everyFeature(plain, 8),
  // Occupations alone and together, one of them twice, and unpaid care.
  aggregation: {
    start: Int32Array.of(0, 1, 5, 7, 8, 8),
    members: Int32Array.of(0, 0, 1, 2, 3, 1, 3, 0),
    care: 4,
  },
  seed: 3,
  draws: 9,
  rollUp: true,
  keep: { units: [0], series: [1] },
}

let simulate: Simulate
beforeAll(async () => {
  simulate = createSimulate(await freshKernel())
})

/** Numbers of one measure, `each` of them in a row. */
const ofMeasure = (values: Float64Array, place: number, each: number): Float64Array =>
  values.filter((_, i) => Math.floor(i / each) % MEASURES.length === place)

describe('measures published alone', () => {
  it('have the bits that they have among all', async () => {
    const all = await simulate(request)
    for (const [place, { code }] of MEASURES.entries()) {
      const alone = await simulate({ ...request, measures: [code] })
      const statistics = (values: Float64Array) => ofMeasure(values, place, STATISTICS.length)
      expect(statistics(alone.values), code).toEqual(statistics(all.values))
      const draws = (kept: Float64Array | null) => ofMeasure(kept!, place, request.draws)
      expect(draws(alone.kept), code).toEqual(draws(all.kept))
    }
  })

  it('leave out the rest', async () => {
    const { values } = await simulate({ ...request, measures: ['coverage'] })
    for (const [place, { code }] of MEASURES.entries())
      expect(
        ofMeasure(values, place, STATISTICS.length).some((value) => !Number.isNaN(value)),
        code,
      ).toBe(code === 'coverage')
  })
})
