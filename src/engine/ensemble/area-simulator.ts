import type { EngineModel } from '../../domain/engine-model.ts'
import { writeAreaTables } from '../cohort/area-tables.ts'
import { TASK_FIELDS, writeFields } from '../cohort/fields.ts'
import type { Kernel } from '../cohort/kernel.ts'
import { LANES } from '../cohort/lanes.ts'
import { groupNumbers, type Layout, type Shape } from '../cohort/layout.ts'
import type { ModelTables } from '../cohort/model-tables.ts'
import { postWeights } from '../cohort/post-weights.ts'
import { groupBlock } from './factor-store.ts'

/** Simulates areas one after the other, group of draws by group. */
export interface AreaSimulator {
  /** Writes the tables of area r into the kernel's memory. */
  start(r: number): void
  /** Simulates a group of draws of the area; its stored measures land in the results at the group's slots. */
  simulate(group: number): void
}

/** @param groups factors of every draw: `FactorStore.groups` */
export function createAreaSimulator(
  kernel: Kernel,
  layout: Layout,
  shape: Shape,
  model: EngineModel,
  { bands, moves, rows }: ModelTables,
  groups: Float64Array,
): AreaSimulator {
  const { memory } = kernel
  const words = (address: number, values: Uint32Array): void =>
    new Uint32Array(memory.buffer, address, values.length).set(values)
  const bytes = (row: number): number => row * LANES * 8
  words(layout.bandStart, bands)
  words(layout.moveStart, moves.start)
  words(layout.moveFrom, moves.from)
  words(layout.yearRow, rows.year.map(bytes))
  words(layout.laneProductivityRow, rows.productivity.map(bytes))
  new Float64Array(memory.buffer, layout.moveShare, moves.share.length).set(moves.share)

  const common = groupNumbers(shape)
  const attendanceNumbers = (shape.years + 1) * LANES
  const factors = new Float64Array(memory.buffer, layout.factors, common)
  const attendance = new Float64Array(memory.buffer, layout.attendance, attendanceNumbers)
  let area = 0

  return {
    start(r) {
      area = r
      writeAreaTables(memory, layout, model, bands, moves, r)
      const { funded } = postWeights(model, [r])
      new Float64Array(memory.buffer, layout.fundedWeight, funded.length).set(funded)
    },
    simulate(group) {
      const first = group * groupBlock(shape)
      factors.set(groups.subarray(first, first + common))
      const attended = first + common + area * attendanceNumbers
      attendance.set(groups.subarray(attended, attended + attendanceNumbers))
      writeFields(memory, layout.task, TASK_FIELDS, {
        ...layout,
        occupations: shape.occupations,
        years: shape.years,
        services: shape.services,
        bands: shape.bands,
        yearRows: shape.yearRows,
        productivityRows: shape.productivityRows,
        productivityRow: layout.laneProductivityRow,
        posts: layout.fundedWeight,
        results: layout.results + group * LANES * 8,
        row: shape.slots * 8,
      })
      kernel.simulate(layout.task)
    },
  }
}
