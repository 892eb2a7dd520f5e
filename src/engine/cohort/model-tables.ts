import type { EngineModel } from '../../domain/engine-model.ts'
import { ageBands } from './age-bands.ts'
import { type FactorRows, factorRows } from './factor-rows.ts'
import { type MovesIn, movesIn } from './moves.ts'
import { type StoredRows, storedRows } from './stored-rows.ts'

/** What the kernel needs to know of a model, whatever the area and the draw. */
export interface ModelTables {
  /** See `ageBands`. */
  readonly bands: Uint32Array
  readonly moves: MovesIn
  readonly rows: FactorRows
  readonly uses: Uses
  readonly stored: StoredRows
}

/** Services with a weight in each occupation's need: first of each occupation [o + 1], and the services. */
export interface Uses {
  readonly start: readonly number[]
  readonly service: readonly number[]
}

export const modelTables = (model: EngineModel): ModelTables => ({
  bands: ageBands(model),
  moves: movesIn(model),
  rows: factorRows(model),
  uses: usesOf(model),
  stored: storedRows(model),
})

function usesOf({ occupations, services, needWeight }: EngineModel): Uses {
  const start = [0]
  const service: number[] = []
  for (let o = 0; o < occupations; o++) {
    for (let v = 0; v < services; v++) if (needWeight[o * services + v] !== 0) service.push(v)
    start.push(service.length)
  }
  return { start, service }
}
