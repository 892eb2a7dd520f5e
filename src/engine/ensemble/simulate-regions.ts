import type { EnsembleRequest, EnsembleResult, RegionShard } from '../../domain/ensemble.ts'
import { add } from './add.ts'
import type { RunPlan } from './ensemble-run.ts'
import { createReadyRun, type ReadyRun } from './ready-run.ts'
import { resultOf, type SharedNumbers } from './shared-numbers.ts'
import { createTurns } from './turns.ts'

/** Works out a run of several regions in parts that share no memory: some regions here, the rest elsewhere. */
export interface RegionSimulate {
  /** Some regions, each with its areas. @param regions numbers of the regions, ascending */
  part(request: EnsembleRequest, regions: readonly number[], signal?: AbortSignal): Promise<RegionShard[]>
  /**
   * The whole run: the regions named here, then the others, joined in the order of regions to the bits of a
   * run in one go.
   * @param others asked for once these are done
   */
  whole(
    request: EnsembleRequest,
    regions: readonly number[],
    others: () => Promise<readonly RegionShard[]>,
    signal?: AbortSignal,
  ): Promise<EnsembleResult>
}

/** @param kernelBytes the compiled kernel, dist/kernel.wasm */
export function createRegionSimulate(kernelBytes: Uint8Array<ArrayBuffer>): RegionSimulate {
  const ready = createReadyRun(kernelBytes)
  return {
    async part(request, regions, signal) {
      const run = await ready(request)
      try {
        return await simulate(run, regions, signal)
      } finally {
        run.end()
      }
    },
    async whole(request, regions, others, signal) {
      const prepared = await ready(request)
      const { plan, shared, run, end } = prepared
      try {
        const own = await simulate(prepared, regions, signal)
        const shards = [...own, ...(await others())].sort((a, b) => a.region - b.region)
        signal?.throwIfAborted()
        if (shards.length !== plan.units.regions.length)
          throw new Error(`${shards.length} of ${plan.units.regions.length} regions came`)
        shared.england.fill(0)
        for (const { region, values, sum } of shards) {
          add(shared.england, sum)
          const width = shared.values.length / plan.units.count
          for (const [i, place] of rowsOf(plan, region).entries())
            shared.values.set(values.subarray(i * width, (i + 1) * width), place * width)
        }
        run.loadEngland()
        run.publish(plan.units.england!)
        return resultOf(shared, request.keep)
      } finally {
        end()
      }
    },
  }
}

/** Works out some regions, each with its areas. */
async function simulate(
  { plan, shared, run }: ReadyRun,
  regions: readonly number[],
  signal?: AbortSignal,
): Promise<RegionShard[]> {
  const turns = createTurns(signal)
  const shards: RegionShard[] = []
  try {
    for (let group = 0; group < plan.groups; group++) {
      run.drawGroup(group)
      await turns.step()
    }
    for (const region of regions)
      for (const r of plan.units.regions[region]!.areas) {
        run.startArea(r)
        for (let group = 0; group < plan.groups; group++) {
          run.simulateGroup(group)
          await turns.step()
        }
        const area = plan.units.areas[r]!
        run.publish(area)
        const whole = run.addArea(r)
        if (!whole) continue
        run.publish(whole)
        const rows = rowsOf(plan, region).map((place) => rowOf(plan, shared, place))
        shards.push({ region, values: joined(rows), sum: shared.region.slice() })
      }
    return shards
  } finally {
    turns.close()
  }
}

/** Places on the first axis of the result of a region and its areas. */
function rowsOf({ units }: RunPlan, region: number): number[] {
  const unit = units.regions[region]!
  return [unit.index, ...unit.areas.map((r) => units.areas[r]!.index)]
}

function rowOf({ units }: RunPlan, { values }: SharedNumbers, place: number): Float64Array {
  const width = values.length / units.count
  return values.subarray(place * width, (place + 1) * width)
}

function joined(rows: readonly Float64Array[]): Float64Array {
  const width = rows[0]!.length
  const all = new Float64Array(rows.length * width)
  for (const [i, row] of rows.entries()) all.set(row, i * width)
  return all
}
