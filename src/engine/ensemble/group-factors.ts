import type { EngineModel } from '../../domain/engine-model.ts'
import type { FactorRows } from '../cohort/factor-rows.ts'
import { groupBlocks } from '../cohort/group-blocks.ts'
import { LANES } from '../cohort/lanes.ts'
import type { Shape } from '../cohort/shape.ts'
import { createDrawnEntries } from './drawn-entries.ts'
import type { FactorRow } from './factor-row.ts'
import { indexFactors } from './index-factors.ts'
import { yearFactors } from './year-factors.ts'

/**
 * The rows of factors that drawn assumptions and effects are resolved to, for the kernel to read: the same numbers,
 * to the bit, as `createDrawFactors` has draw by draw, each row once.
 */
export function groupFactors(model: EngineModel, shape: Shape, rows: FactorRows): FactorRow[] {
  const blocks = groupBlocks(shape)
  const entries = createDrawnEntries(model)
  return [...indexFactors(model, rows, entries, blocks), ...yearFactors(model, rows, entries, blocks)]
}

/** Writes the factors of a group of draws [number][lane], in the order of `groupBlocks`. */
export type MakeFactors = (drawn: Float64Array, out: Float64Array) => void

/** Prepares the making of rows, in their order. */
export function createMakeFactors(rows: readonly FactorRow[]): MakeFactors {
  const all = rows.map((row) => ({ ...row, table: new Float64Array(row.times * LANES) }))
  return (drawn, out) => {
    for (const { first, stride, times, make, table } of all) {
      make(drawn, table, out)
      for (let time = 0; time < times; time++) {
        const at = (first + time * stride) * LANES
        const from = time * LANES
        for (let lane = 0; lane < LANES; lane++) out[at + lane] = table[from + lane]!
      }
    }
  }
}
