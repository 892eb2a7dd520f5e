import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everyFeature } from '../../tests/support/every-feature.ts'
import { syntheticModel } from '../../tests/support/synthetic-model.ts'
import { buildThreadParts } from '../../tests/support/thread-parts.ts'
import type { EnsembleRequest, EnsembleResult } from '../domain/ensemble.ts'
import { createSimulate } from '../engine/ensemble/simulate.ts'
import { createSimulateOnThreads } from './simulate-on-threads.ts'

let kernel: Uint8Array<ArrayBuffer>
let folder: string
let worker: URL
let remove: () => Promise<void>

beforeAll(async () => {
  ;({ kernel, folder, worker, remove } = await buildThreadParts())
})

afterAll(() => remove())

const plain = syntheticModel({
  occupations: 5,
  areas: 7,
  years: 6,
  services: 3,
  movesEach: 1,
  regions: 3,
  seed: 4,
  smooth: false,
})
const model = everyFeature(plain, 4)
const request: EnsembleRequest = {
  model,
  aggregation: { start: Int32Array.from([0, 1, 6]), members: Int32Array.from([2, 0, 1, 2, 3, 4]) },
  seed: 12,
  draws: 37,
  rollUp: true,
  keep: { units: [0, 2, 4], series: [0, 1] },
}

/** Everything a run gives back, bit by bit. */
const bytes = ({ values, kept }: EnsembleResult): Uint8Array[] =>
  [values, kept!].map((numbers) => new Uint8Array(numbers.slice().buffer))

describe('an ensemble on threads', () => {
  it('has the same bits on 1, 2 and 3 threads as without', async () => {
    const alone = bytes(await createSimulate(kernel)(request))
    for (const threads of [1, 2, 3])
      expect(bytes(await createSimulateOnThreads({ kernel, worker, threads })(request))).toEqual(alone)
  })

  it.each(['random', 'latin-hypercube'] as const)(
    'has the same bits by the design %s too',
    async (design) => {
      const alone = bytes(await createSimulate(kernel)({ ...request, design }))
      expect(
        bytes(await createSimulateOnThreads({ kernel, worker, threads: 3 })({ ...request, design })),
      ).toEqual(alone)
      expect(alone).not.toEqual(bytes(await createSimulate(kernel)(request)))
    },
  )

  it('gives other numbers for another seed', async () => {
    const simulate = createSimulateOnThreads({ kernel, worker, threads: 2 })
    expect(bytes(await simulate({ ...request, seed: 13 }))).not.toEqual(bytes(await simulate(request)))
  })

  it('reports progress to the end', async () => {
    const seen: number[] = []
    await createSimulateOnThreads({ kernel, worker, threads: 2 })(request, (done, total) => {
      seen.push(done / total)
    })
    expect(seen.at(-1)).toBe(1)
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
  })

  it('stops soon when aborted', async () => {
    const abort = new AbortController()
    const reason = new Error('enough')
    let share = 0
    const run = createSimulateOnThreads({ kernel, worker, threads: 2 })(
      { ...request, draws: 60_000, rollUp: false },
      (done, total) => {
        share = done / total
        abort.abort(reason)
      },
      abort.signal,
    )
    await expect(run).rejects.toBe(reason)
    // threads that went on to the end would have reported it
    expect(share).toBeLessThan(0.5)
  })

  it('passes on an error of a worker', async () => {
    const broken = join(folder, 'broken.mjs')
    await writeFile(broken, "throw new Error('out of order')")
    const simulate = createSimulateOnThreads({ kernel, worker: pathToFileURL(broken), threads: 2 })
    await expect(simulate(request)).rejects.toThrow('out of order')
  })

  it('refuses draws that memory can’t hold', async () => {
    const simulate = createSimulateOnThreads({ kernel, worker, threads: 2 })
    await expect(simulate({ ...request, draws: 20_000_000 })).rejects.toMatchObject({
      code: 'memory-exceeded',
    })
  })
})
