import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everyFeature } from '../../tests/support/every-feature.ts'
import { syntheticModel } from '../../tests/support/synthetic-model.ts'
import { buildThreadParts, type ThreadParts } from '../../tests/support/thread-parts.ts'
import type { EnsembleRequest, RegionShard } from '../domain/ensemble.ts'
import { createSimulate } from '../engine/ensemble/simulate.ts'
import { createShardEngine, regionsOf } from './shards-on-threads.ts'

const sizes = { occupations: 5, areas: 7, years: 6, services: 3, movesEach: 1, regions: 3 }
const request: EnsembleRequest = {
  model: everyFeature(syntheticModel({ ...sizes, seed: 4, smooth: false }), 4),
  aggregation: { start: Int32Array.from([0, 1, 6]), members: Int32Array.from([2, 0, 1, 2, 3, 4]) },
  seed: 12,
  draws: 37,
  rollUp: true,
}
const bits = (values: Float64Array): Uint8Array => new Uint8Array(values.slice().buffer)

let parts: ThreadParts
let whole: Uint8Array
beforeAll(async () => {
  parts = await buildThreadParts()
  whole = bits((await createSimulate(parts.kernel)(request)).values)
})
afterAll(() => parts.remove())

/** Shards of regions, by region, from an engine of their own as on a machine of its own. */
async function shardsOf(regions: readonly number[], threads: number): Promise<Map<number, RegionShard>> {
  const shards = new Map<number, RegionShard>()
  await createShardEngine({ ...parts, threads }).compute(request, regions, async (shard) => {
    shards.set(shard.region, shard)
  })
  return shards
}

const join = async (
  shards: ReadonlyMap<number, RegionShard>,
  engine = createShardEngine({ ...parts, threads: 2 }),
) => engine.join(request, async (region) => shards.get(region) ?? null)

describe('shards of an ensemble', () => {
  it('are one a region, of whole regions', () => {
    expect(regionsOf(request).flat()).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(regionsOf(request)).toHaveLength(3)
    expect(regionsOf({ ...request, rollUp: false })).toEqual([])
  })

  it('join to the bits of a run in one go, whoever made them, in any order, on any number of threads', async () => {
    const shards = new Map([
      ...(await shardsOf([2], 1)),
      ...(await shardsOf([0], 3)),
      ...(await shardsOf([1], 2)),
    ])
    const result = await join(shards)
    expect(bits(result!.values)).toEqual(whole)
  })

  it('join to the same bits where one engine makes some, joins, and is asked again', async () => {
    const engine = createShardEngine({ ...parts, threads: 2 })
    const shards = new Map(await shardsOf([1], 1))
    const keep = async (shard: RegionShard): Promise<void> => void shards.set(shard.region, shard)
    await engine.compute(request, [0, 2], keep)
    expect(bits((await join(shards, engine))!.values)).toEqual(whole)
    shards.clear()
    await engine.compute(request, [0, 1, 2], keep)
    expect(bits((await join(shards, engine))!.values)).toEqual(whole)
  })

  it('say so where one is missing, and refuse one of another shape', async () => {
    const shards = await shardsOf([0, 1, 2], 2)
    const { sum, ...rest } = shards.get(1)!
    await expect(join(new Map([...shards, [1, { ...rest, sum: sum.subarray(1) }]]))).rejects.toThrow(
      'shard of region 1',
    )
    shards.delete(1)
    expect(await join(shards)).toBeNull()
  })

  it('fail where a shard can’t be kept', async () => {
    const full = async (): Promise<void> => {
      throw new Error('the disk is full')
    }
    const run = createShardEngine({ ...parts, threads: 2 }).compute(request, [0, 1, 2], full)
    await expect(run).rejects.toThrow('the disk is full')
  })
})
