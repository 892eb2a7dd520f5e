import type { EngineModel } from '../../domain/engine-model.ts'

/** Moves by the occupation they lead to. */
export interface MovesIn {
  /** First move of each destination, and the number of moves at the end [o + 1]. */
  readonly start: Uint32Array
  /** Occupation the move comes from [m]. */
  readonly from: Uint32Array
  /** Share of all who move away from there that this move takes, the same at every age and in every year [m]. */
  readonly share: Float64Array
  /** Sum of the hazards of all moves away from an occupation, at mobility 1 [o]. */
  readonly hazard: Float64Array
}

/** Orders moves by destination, keeping the model's order within one. */
export function movesIn(model: EngineModel): MovesIn {
  const moves = model.moveFrom.length
  const hazard = new Float64Array(model.occupations)
  for (let m = 0; m < moves; m++) hazard[model.moveFrom[m]!]! += model.moveHazard[m]!
  const start = new Uint32Array(model.occupations + 1)
  const from: number[] = []
  const share: number[] = []
  for (let to = 0; to < model.occupations; to++) {
    for (let m = 0; m < moves; m++) {
      const origin = model.moveFrom[m]!
      if (model.moveTo[m] !== to || hazard[origin] === 0) continue
      from.push(origin)
      share.push(model.moveHazard[m]! / hazard[origin]!)
    }
    start[to + 1] = from.length
  }
  return { start, from: Uint32Array.from(from), share: Float64Array.from(share), hazard }
}
