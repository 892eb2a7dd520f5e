import type { EngineModel } from '../../domain/engine-model.ts'
import { ageBands } from './age-bands.ts'
import { type FactorRows, factorRows } from './factor-rows.ts'
import { type MovesIn, movesIn } from './moves.ts'

/** What the kernel needs to know of a model, whatever the area and the draw. */
export interface ModelTables {
  /** See `ageBands`. */
  readonly bands: Uint32Array
  readonly moves: MovesIn
  readonly rows: FactorRows
}

export const modelTables = (model: EngineModel): ModelTables => ({
  bands: ageBands(model),
  moves: movesIn(model),
  rows: factorRows(model),
})
