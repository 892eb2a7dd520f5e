import type { EngineModel } from '../../domain/engine-model.ts'
import { AGE_55 } from '../cohort/age-bands.ts'
import { writeAreaTables } from '../cohort/area-tables.ts'
import { TASK_FIELDS, writeFields } from '../cohort/fields.ts'
import { groupBlocks } from '../cohort/group-blocks.ts'
import type { Kernel } from '../cohort/kernel.ts'
import { LANES } from '../cohort/lanes.ts'
import { careStart, type Layout } from '../cohort/layout.ts'
import type { ModelTables } from '../cohort/model-tables.ts'
import type { Shape } from '../cohort/shape.ts'
import { writeModelTables } from '../cohort/write-model-tables.ts'

/** Simulates areas one after the other, group of draws by group. */
export interface AreaSimulator {
  /** Writes the tables of area r into the kernel's memory. */
  start(r: number): void
  /** Simulates a group of draws of the area; its stored measures land in the results at the group's slots. */
  simulate(group: number): void
}

const WIDE = LANES * 8

/** @param groups factors of every draw: `FactorStore.groups` */
export function createAreaSimulator(
  kernel: Kernel,
  layout: Layout,
  shape: Shape,
  model: EngineModel,
  tables: ModelTables,
  groups: Float64Array,
): AreaSimulator {
  const { memory } = kernel
  const { bands, moves, rows } = tables
  writeModelTables(memory, layout, model, tables, shape.slots)
  const blocks = groupBlocks(shape)
  const factors = new Float64Array(memory.buffer, layout.factors, blocks.numbers)
  const lanes = (block: number): number => layout.factors + block * WIDE
  const common = {
    ...layout,
    ...shape,
    band55: bands.indexOf(AGE_55),
    programmeTable: layout.programmes,
    programmes: shape.programmes,
    transfers: shape.transfers,
    yearFactors: lanes(blocks.year),
    attrition: lanes(blocks.attrition),
    place: lanes(blocks.place),
    carersWork: lanes(blocks.carersWork),
    service: lanes(blocks.service),
    productivity: lanes(blocks.productivity),
    funding: lanes(blocks.funding),
    working: lanes(blocks.working),
    transferShare: lanes(blocks.transfer),
    sickness: lanes(blocks.sickness),
    careGrowth: lanes(blocks.careGrowth),
    unmet: lanes(blocks.unmet),
    pressure: lanes(blocks.pressure),
    careReach: lanes(blocks.carePool),
    row: shape.slots * 8,
  }
  let area = 0

  return {
    start(r) {
      area = r
      writeAreaTables(memory, layout, model, bands, moves, r)
    },
    simulate(group) {
      factors.set(groups.subarray(group * blocks.numbers, (group + 1) * blocks.numbers))
      writeFields(memory, layout.task, TASK_FIELDS, {
        ...common,
        placeLeave: rows.place.row[area * 2]! * WIDE,
        placeFill: rows.place.row[area * 2 + 1]! * WIDE,
        results: layout.results + group * WIDE,
        careResults: layout.results + careStart(shape) * 8 + group * WIDE,
      })
      kernel.simulate(layout.task)
    },
  }
}
