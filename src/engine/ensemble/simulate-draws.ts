import type { DrawShard, EnsembleRequest, EnsembleResult, GroupSpan } from '../../domain/ensemble.ts'
import { LANES, slotsFor } from '../cohort/lanes.ts'
import { createReadyRun, type ReadyRun } from './ready-run.ts'
import { resultOf } from './shared-numbers.ts'
import { createTurns } from './turns.ts'

/** Works out a run of one area in parts that share no memory: some draws here, the rest elsewhere. */
export interface DrawSimulate {
  /** Some groups of draws. */
  part(request: EnsembleRequest, groups: GroupSpan, signal?: AbortSignal): Promise<DrawShard>
  /**
   * The whole run: the groups named here, then the others joined to them; the bits of a run in one go.
   * @param others asked for once these are done
   */
  whole(
    request: EnsembleRequest,
    groups: GroupSpan,
    others: () => Promise<DrawShard>,
    signal?: AbortSignal,
  ): Promise<EnsembleResult>
}

/** Share of the groups that the side that publishes takes: a little more than half, since the other’s have to come over. */
const OWN_SHARE = 0.55

/** The groups of a run’s draws in two parts, in order: those of the side that publishes first. */
export function shareGroups({ draws }: Pick<EnsembleRequest, 'draws'>): readonly [GroupSpan, GroupSpan] {
  const groups = slotsFor(draws) / LANES
  const middle = Math.ceil(groups * OWN_SHARE)
  return [
    { first: 0, end: middle },
    { first: middle, end: groups },
  ]
}

/** @param kernelBytes the compiled kernel, dist/kernel.wasm */
export function createDrawSimulate(kernelBytes: Uint8Array<ArrayBuffer>): DrawSimulate {
  const ready = createReadyRun(kernelBytes)
  return {
    async part(request, groups, signal) {
      const prepared = await ready(request, groups)
      try {
        await simulate(prepared, groups, signal)
        return prepared.run.takeGroups(groups)
      } finally {
        prepared.end()
      }
    },
    async whole(request, groups, others, signal) {
      const prepared = await ready(request, groups)
      const { plan, shared, run, end } = prepared
      try {
        await simulate(prepared, groups, signal)
        const shard = await others()
        signal?.throwIfAborted()
        const came = groups.end - groups.first + shard.groups.end - shard.groups.first
        if (came !== plan.groups) throw new Error(`${came} of ${plan.groups} groups of draws came`)
        run.putGroups(shard)
        run.publish(plan.units.areas[0]!)
        return resultOf(shared, request.keep)
      } finally {
        end()
      }
    },
  }
}

/** Draws and simulates some groups of draws. */
async function simulate({ plan, run }: ReadyRun, groups: GroupSpan, signal?: AbortSignal): Promise<void> {
  if (plan.units.count !== 1) throw new Error(`a run of ${plan.units.count} areas can’t be split by draws`)
  const turns = createTurns(signal)
  try {
    for (let group = groups.first; group < groups.end; group++) {
      run.drawGroup(group)
      await turns.step()
    }
    run.startArea(0)
    for (let group = groups.first; group < groups.end; group++) {
      run.simulateGroup(group)
      await turns.step()
    }
  } finally {
    turns.close()
  }
}
