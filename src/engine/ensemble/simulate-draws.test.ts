import { beforeAll, describe, expect, it } from 'vitest'
import { freshKernel } from '../../../build-kernel.js'
import { everyFeature } from '../../../tests/support/every-feature.ts'
import { syntheticModel } from '../../../tests/support/synthetic-model.ts'
import type { EnsembleRequest, GroupSpan } from '../../domain/ensemble.ts'
import { createSimulate } from './simulate.ts'
import { createDrawSimulate, type DrawSimulate, shareGroups } from './simulate-draws.ts'

const size = { occupations: 4, years: 5, services: 2, movesEach: 1, regions: 1, seed: 4, smooth: false }
const requestOf = (areas: number, draws: number): EnsembleRequest => ({
  model: everyFeature(syntheticModel({ ...size, areas }), 4),
  aggregation: { start: Int32Array.from([0, 1, 5]), members: Int32Array.from([2, 0, 1, 2, 3]) },
  seed: 5,
  draws,
  rollUp: false,
  keep: { units: [0], series: [1] },
})

let kernel: Uint8Array<ArrayBuffer>
let [here, there]: DrawSimulate[] = []
beforeAll(async () => {
  kernel = await freshKernel()
  here = createDrawSimulate(kernel)
  there = createDrawSimulate(kernel)
})

describe('one area in parts', () => {
  const request = requestOf(1, 30)
  const spans = (...ends: number[]): GroupSpan[] => ends.map((end, i) => ({ first: ends[i - 1] ?? 0, end }))

  it.each([spans(4, 8), spans(1, 8), spans(7, 8)])(
    'has the bits of a run in one go: groups %j here, %j there',
    async (own, others) => {
      const whole = await createSimulate(kernel)(request)
      expect(await here!.whole(request, own, () => there!.part(request, others))).toEqual(whole)
      expect(await here!.whole(request, others, () => there!.part(request, own))).toEqual(whole)
    },
  )

  it.each([1, 2, 3, 4, 7, 8, 200, 1000])('shares %i draws without leaving one out', (draws) => {
    const [own, others] = shareGroups(requestOf(1, draws))
    expect(own.first).toBe(0)
    expect(others.first).toBe(own.end)
    // Every slot of a draw, and one for the central run.
    expect(others.end * 4).toBeGreaterThan(draws)
    const share = own.end / others.end
    expect(share).toBeGreaterThanOrEqual(0.5)
    expect(share).toBeLessThanOrEqual(others.end > 10 ? 0.6 : 1)
  })

  it('does not publish less than all draws', async () => {
    const [first, last] = spans(3, 8)
    const part = there!.part(request, { ...last!, first: 4 })
    await expect(here!.whole(request, first!, () => part)).rejects.toThrow('7 of 8 groups')
  })

  it('has them again with other policies, from what the run before left', async () => {
    const other = {
      ...request,
      model: { ...request.model, fill: request.model.fill.map((rate) => rate / 2) },
    }
    const [own, others] = shareGroups(request)
    for (const each of [request, other, request])
      expect(await here!.whole(each, own, () => there!.part(each, others))).toEqual(
        await createSimulate(kernel)(each),
      )
  })

  it('is of a single area', async () => {
    await expect(here!.part(requestOf(2, 30), { first: 0, end: 8 })).rejects.toThrow('2 areas')
  })

  it('stops when aborted, with the reason', async () => {
    const reason = new Error('enough')
    await expect(
      here!.part(requestOf(1, 200), { first: 0, end: 51 }, AbortSignal.abort(reason)),
    ).rejects.toBe(reason)
  })
})
