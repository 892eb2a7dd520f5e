import type { DrawShard, EnsembleRequest, GroupSpan } from '../../domain/ensemble.ts'
import { groupBlocks } from '../cohort/group-blocks.ts'
import type { Kernel } from '../cohort/kernel.ts'
import { LANES, slotsFor } from '../cohort/lanes.ts'
import { type Layout, layOut, storeNumbers } from '../cohort/layout.ts'
import { type ModelTables, modelTables } from '../cohort/model-tables.ts'
import { type Shape, shapeOf } from '../cohort/shape.ts'
import { createAreaSimulator } from './area-simulator.ts'
import { createStoreRows } from './factor-store.ts'
import { createMakeFactors, groupFactors } from './group-factors.ts'
import type { Leftovers } from './leftovers.ts'
import { createPublisher } from './publisher.ts'
import type { SharedNumbers } from './shared-numbers.ts'
import { type Unit, type Units, unitsOf } from './units.ts'

/** What a run is made of, the same on every thread. */
export interface RunPlan {
  readonly tables: ModelTables
  readonly shape: Shape
  readonly units: Units
  /** Groups of draws. */
  readonly groups: number
}

/** Plans a run. */
export function planRun(request: EnsembleRequest): RunPlan {
  const { model, draws, rollUp } = request
  const tables = modelTables(model)
  const shape = shapeOf(request, tables, slotsFor(draws))
  return { tables, shape, units: unitsOf(model, rollUp), groups: shape.slots / LANES }
}

/** The steps of a run on one thread. Their order: see `simulate.ts`. */
export interface EnsembleRun {
  /** Draws the assumptions of one group of draws. */
  drawGroup(group: number): void
  /** Readies the kernel for an area. */
  startArea(r: number): void
  /** Simulates one group of draws of the area. */
  simulateGroup(group: number): void
  /** Publishes a unit whose draws are in the kernel's memory. */
  publish(unit: Unit): void
  /**
   * Adds the area's draws to its region's. Areas must come in order: sums then don't depend on threads.
   * With a region's last area, adds the region to England and leaves the region's draws in the kernel's
   * memory. @returns the region to publish, or null
   */
  addArea(r: number): Unit | null
  /** Puts England's draws into the kernel's memory, after the last area. */
  loadEngland(): void
  /** What some groups of draws come to in the area at hand. */
  takeGroups(groups: GroupSpan): DrawShard
  /** Puts in what was taken of other groups on another thread. */
  putGroups(shard: DrawShard): void
}

/**
 * Readies one thread for a run.
 * @param drawn groups of draws that will be drawn on it; where others follow, leftovers serve no other groups
 */
export async function createEnsembleRun(
  request: EnsembleRequest,
  plan: RunPlan,
  shared: SharedNumbers,
  leftovers: Leftovers,
  drawn: GroupSpan = { first: 0, end: plan.groups },
): Promise<EnsembleRun> {
  const { model } = request
  const { tables, shape, units } = plan
  const layout = layOut(shape)
  const kernel = await leftovers.kernel(layout)
  const simulator = createAreaSimulator(kernel, layout, shape, model, tables, shared.groups)
  const publisher = createPublisher(kernel, layout, shape, request, tables, shared)
  const groupDraws = leftovers.draws.groupDraws(request)
  const missing = leftovers.factors.missing(groupFactors(model, shape, tables.rows), groupDraws.sources)
  const makeFactors = createMakeFactors(missing)
  const storeRows = createStoreRows(shape, tables.rows, missing)
  let toDraw = drawn.end - drawn.first
  const size = groupBlocks(shape).numbers
  const results = stored(kernel, layout, shape)

  return {
    drawGroup(group) {
      const factors = shared.groups.subarray(group * size, (group + 1) * size)
      makeFactors(groupDraws.draw(group), factors)
      storeRows(shared.rows, group, factors)
      if (--toDraw === 0) leftovers.factors.finish()
    },
    startArea: simulator.start,
    simulateGroup: simulator.simulate,
    publish: publisher.publish,
    addArea(r) {
      const region = units.regions.find((unit) => unit.areas.includes(r))
      if (!region) return null
      if (r === region.areas[0]) shared.region.set(results)
      else add(shared.region, results)
      if (r !== region.areas.at(-1)) return null
      add(shared.england, shared.region)
      results.set(shared.region)
      return region
    },
    loadEngland() {
      results.set(shared.england)
    },
    takeGroups: (groups) => ({
      groups,
      stored: takeColumns(results, shape.slots, groups),
      rows: takeColumns(shared.rows, shape.slots, groups),
    }),
    putGroups({ groups, stored, rows }) {
      putColumns(results, shape.slots, groups, stored)
      putColumns(shared.rows, shape.slots, groups, rows)
    },
  }
}

const stored = (kernel: Kernel, layout: Layout, shape: Shape): Float64Array =>
  new Float64Array(kernel.memory.buffer, layout.results, storeNumbers(shape))

function add(sum: Float64Array, more: Float64Array): void {
  for (let i = 0; i < sum.length; i++) sum[i]! += more[i]!
}

/** The numbers of some groups of draws, of rows of all slots: [row][draw]. */
function takeColumns(rows: Float64Array, slots: number, { first, end }: GroupSpan): Float64Array {
  const width = (end - first) * LANES
  const taken = new Float64Array((rows.length / slots) * width)
  for (let from = first * LANES, to = 0; to < taken.length; from += slots, to += width)
    taken.set(rows.subarray(from, from + width), to)
  return taken
}

/** Puts what was taken of some groups of draws where it belongs. */
function putColumns(rows: Float64Array, slots: number, { first, end }: GroupSpan, taken: Float64Array): void {
  const width = (end - first) * LANES
  for (let to = first * LANES, from = 0; from < taken.length; to += slots, from += width)
    rows.set(taken.subarray(from, from + width), to)
}
