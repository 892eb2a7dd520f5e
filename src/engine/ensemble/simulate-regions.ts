import type { EnsembleRequest, EnsembleResult, RegionShard } from '../../domain/ensemble.ts'
import { createEnsembleRun, type EnsembleRun, planRun, type RunPlan } from './ensemble-run.ts'
import { createLeftovers } from './leftovers.ts'
import { threadsWithin } from './memory-plan.ts'
import { createSharedNumbers, resultOf, type SharedNumbers } from './shared-numbers.ts'
import { createTurns } from './turns.ts'

/** Groups of draws simulated before other work gets a turn. */
const GROUPS_PER_TURN = 16

/** Works out a run of several regions in parts that share no memory: some regions here, the rest elsewhere. */
export interface RegionSimulate {
  /** Some regions, each with its areas. @param regions numbers of the regions, ascending */
  part(request: EnsembleRequest, regions: readonly number[], signal?: AbortSignal): Promise<RegionShard[]>
  /**
   * The whole run: the regions named here, the others as they come, joined in the order of regions to the
   * bits of a run in one go.
   */
  whole(
    request: EnsembleRequest,
    regions: readonly number[],
    others: Promise<readonly RegionShard[]>,
    signal?: AbortSignal,
  ): Promise<EnsembleResult>
}

interface Prepared {
  readonly plan: RunPlan
  readonly shared: SharedNumbers
  readonly run: EnsembleRun
}

/** @param kernelBytes the compiled kernel, dist/kernel.wasm */
export function createRegionSimulate(kernelBytes: Uint8Array<ArrayBuffer>): RegionSimulate {
  let compiled: Promise<WebAssembly.Module> | undefined
  let left: ReturnType<typeof createLeftovers> | undefined

  async function prepare(request: EnsembleRequest): Promise<Prepared> {
    const plan = planRun(request)
    threadsWithin(plan.shape, plan.units.count, 1, request)
    compiled ??= WebAssembly.compile(kernelBytes)
    left ??= createLeftovers(await compiled)
    const shared = createSharedNumbers(
      plan.shape,
      plan.units,
      request.draws,
      request.keep,
      (numbers) => new Float64Array(numbers),
      left.factors.numbers(plan.shape),
    )
    return { plan, shared, run: await createEnsembleRun(request, plan, shared, left) }
  }

  async function simulate(
    { plan, shared, run }: Prepared,
    regions: readonly number[],
    signal?: AbortSignal,
  ): Promise<RegionShard[]> {
    const turns = createTurns()
    const shards: RegionShard[] = []
    let done = 0
    const pause = async (): Promise<void> => {
      if (++done % GROUPS_PER_TURN > 0) return
      await turns.next()
      signal?.throwIfAborted()
    }
    try {
      for (let group = 0; group < plan.groups; group++) {
        run.drawGroup(group)
        await pause()
      }
      for (const region of regions)
        for (const r of plan.units.regions[region]!.areas) {
          run.startArea(r)
          for (let group = 0; group < plan.groups; group++) {
            run.simulateGroup(group)
            await pause()
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

  return {
    async part(request, regions, signal) {
      return simulate(await prepare(request), regions, signal)
    },
    async whole(request, regions, others, signal) {
      const prepared = await prepare(request)
      const { plan, shared, run } = prepared
      const own = await simulate(prepared, regions, signal)
      const shards = [...own, ...(await others)].sort((a, b) => a.region - b.region)
      signal?.throwIfAborted()
      if (shards.length !== plan.units.regions.length)
        throw new Error(`${shards.length} of ${plan.units.regions.length} regions came`)
      shared.england.fill(0)
      for (const { region, values, sum } of shards) {
        for (let i = 0; i < sum.length; i++) shared.england[i]! += sum[i]!
        const width = shared.values.length / plan.units.count
        for (const [i, place] of rowsOf(plan, region).entries())
          shared.values.set(values.subarray(i * width, (i + 1) * width), place * width)
      }
      run.loadEngland()
      run.publish(plan.units.england!)
      return resultOf(shared, request.keep)
    },
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
