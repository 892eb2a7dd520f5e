import { beforeAll, describe, expect, it } from 'vitest'
import { freshKernel } from '../../../build-kernel.js'
import { everyFeature } from '../../../tests/support/every-feature.ts'
import { syntheticModel } from '../../../tests/support/synthetic-model.ts'
import type { EnsembleRequest } from '../../domain/ensemble.ts'
import { createSimulate } from './simulate.ts'
import { createRegionSimulate, type RegionSimulate } from './simulate-regions.ts'

const plain = syntheticModel({
  occupations: 4,
  areas: 7,
  years: 5,
  services: 2,
  movesEach: 1,
  regions: 3,
  seed: 4,
  smooth: false,
})
const request: EnsembleRequest = {
  model: everyFeature(plain, 4),
  aggregation: { start: Int32Array.from([0, 1, 5]), members: Int32Array.from([2, 0, 1, 2, 3]) },
  seed: 5,
  draws: 30,
  rollUp: true,
  keep: { units: [0], series: [1] },
}

let kernel: Uint8Array<ArrayBuffer>
let [here, there]: RegionSimulate[] = []
beforeAll(async () => {
  kernel = await freshKernel()
  here = createRegionSimulate(kernel)
  there = createRegionSimulate(kernel)
})

describe('a run in parts', () => {
  it.each([
    [[0], [1, 2]],
    [[1], [0, 2]],
    [[0, 1, 2], []],
    [[], [0, 1, 2]],
  ])('has the bits of a run in one go: regions %j here, %j there', async (own, others) => {
    const whole = await createSimulate(kernel)(request)
    const found = await here!.whole(request, own, () => there!.part(request, others))
    expect(found.values).toEqual(whole.values)
    // what is kept of England comes whole, whoever worked its regions out
    expect(found.kept).toEqual(whole.kept)
  })

  it('does not join less than all regions', async () => {
    await expect(here!.whole(request, [0], () => there!.part(request, [2]))).rejects.toThrow('2 of 3 regions')
  })

  it('stops when aborted, with the reason', async () => {
    const abort = new AbortController()
    const reason = new Error('enough')
    abort.abort(reason)
    await expect(here!.part({ ...request, draws: 200 }, [0, 1, 2], abort.signal)).rejects.toBe(reason)
  })
})
