import type { EnsembleRequest, EnsembleResult, RegionShard } from '../domain/ensemble.ts'
import { planRun, type RunPlan } from '../engine/ensemble/ensemble-run.ts'
import { threadsWithin } from '../engine/ensemble/memory-plan.ts'
import { createSharedNumbers, resultOf, type SharedNumbers } from '../engine/ensemble/shared-numbers.ts'
import { runThreads } from './run-threads.ts'
import type { ThreadOptions } from './simulate-on-threads.ts'

/** Runs an ensemble in shards, one a region, and joins them to the bits of a run in one go. */
export interface ShardEngine {
  /**
   * Works out some regions of a run. Areas go to the threads as in a whole run.
   * @param regions numbers of the regions, ascending
   * @param onShard told of each, as it is done; the work fails where it fails
   */
  compute(
    request: EnsembleRequest,
    regions: readonly number[],
    onShard: (shard: RegionShard) => Promise<void>,
    onProgress?: (done: number, total: number) => void,
    signal?: AbortSignal,
  ): Promise<void>
  /**
   * Joins the shards of all regions: adds England's draws up in the order of regions and publishes it.
   * @param read gives one region's shard, or null where it is gone
   * @returns null where a shard was gone
   */
  join(
    request: EnsembleRequest,
    read: (region: number) => Promise<RegionShard | null>,
    signal?: AbortSignal,
  ): Promise<EnsembleResult | null>
}

/** Areas of each region of a run, in order; none where the run adds no areas up. */
export function regionsOf({ model, rollUp }: EnsembleRequest): number[][] {
  const regions: number[][] = []
  if (!rollUp) return regions
  for (let r = 0; r < model.areas; r++) {
    const region = model.regionOfArea[r]!
    regions[region] = [...(regions[region] ?? []), r]
  }
  return regions
}

/** A run that shards are worked out of, and its numbers, kept so that its assumptions are drawn once. */
interface Held {
  readonly request: EnsembleRequest
  readonly plan: RunPlan
  readonly shared: SharedNumbers
  isDrawn: boolean
}

/**
 * Shards on worker threads. Keeps the numbers of the last request it was given, the same object, for the
 * next call. Aborts and errors as `createSimulateOnThreads`.
 */
export function createShardEngine({ kernel, worker, threads }: ThreadOptions): ShardEngine {
  let compiled: Promise<WebAssembly.Module> | undefined
  let held: Held | undefined
  const hold = (request: EnsembleRequest): Held => {
    if (held?.request === request) return held
    held = undefined // lets go of the last run's numbers before there are others
    const plan = planRun(request)
    const { shape, units } = plan
    const create = (numbers: number) => new Float64Array(new SharedArrayBuffer(numbers * 8))
    const shared = createSharedNumbers(shape, units, request.draws, request.keep, create)
    held = { request, plan, shared, isDrawn: false }
    return held
  }
  const threadsFor = ({ plan, request }: Held, wished: number): number =>
    threadsWithin(plan.shape, plan.units.count, Math.max(1, wished), request)

  return {
    async compute(request, regions, onShard, onProgress, signal) {
      signal?.throwIfAborted()
      const run = hold(request)
      const { plan, shared, isDrawn } = run
      const all = regionsOf(request)
      const areas = regions.flatMap((region) => all[region] ?? [])
      compiled ??= WebAssembly.compile(kernel)
      await runThreads(
        {
          worker,
          count: threadsFor(run, Math.min(threads, areas.length)),
          total: plan.groups * ((isDrawn ? 0 : 1) + areas.length),
          onProgress,
          signal,
          onRegion: ({ region, sum }) => {
            run.isDrawn = true
            return onShard({ region, values: valuesOf(run, region), sum })
          },
        },
        {
          request,
          kernel: await compiled,
          // England is added up when the shards are joined, in the order of regions
          shared: { ...shared, england: new Float64Array(0) },
          part: { areas, isDrawn, england: false },
        },
      )
    },
    async join(request, read, signal) {
      signal?.throwIfAborted()
      const run = hold(request)
      const { plan, shared, isDrawn } = run
      shared.england.fill(0)
      for (const region of plan.units.regions.keys()) {
        const shard = await read(region)
        if (shard === null) return null
        placeValues(run, shard)
        for (let i = 0; i < shard.sum.length; i++) shared.england[i]! += shard.sum[i]!
      }
      compiled ??= WebAssembly.compile(kernel)
      await runThreads(
        { worker, count: isDrawn ? 1 : threadsFor(run, threads), total: plan.groups, signal },
        { request, kernel: await compiled, shared, part: { areas: [], isDrawn, england: true } },
      )
      run.isDrawn = true
      return resultOf(shared, request.keep)
    },
  }
}

/** Places on the first axis of the result of a region and its areas. */
function rowsOf({ plan }: Held, region: number): number[] {
  const unit = plan.units.regions[region]
  if (!unit) throw new Error(`the run has no region ${region}`)
  return [unit.index, ...unit.areas.map((r) => plan.units.areas[r]!.index)]
}

function valuesOf(run: Held, region: number): Float64Array {
  const { values } = run.shared
  const row = values.length / run.plan.units.count
  const rows = rowsOf(run, region)
  const part = new Float64Array(rows.length * row)
  for (const [i, place] of rows.entries()) part.set(values.subarray(place * row, (place + 1) * row), i * row)
  return part
}

/** Puts a shard's statistics in their place. @throws Error where it is not of this run's shape */
function placeValues(run: Held, { region, values: part, sum }: RegionShard): void {
  const { values, england } = run.shared
  const row = values.length / run.plan.units.count
  const rows = rowsOf(run, region)
  if (part.length !== rows.length * row || sum.length !== england.length)
    throw new Error(`the shard of region ${region} holds ${part.length} and ${sum.length} numbers`)
  for (const [i, place] of rows.entries()) values.set(part.subarray(i * row, (i + 1) * row), place * row)
}
