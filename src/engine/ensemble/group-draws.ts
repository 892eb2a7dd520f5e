import type { EnsembleRequest } from '../../domain/ensemble.ts'
import { LANES } from '../cohort/lanes.ts'
import { createDrawPaths } from './draw-paths.ts'
import { CENTRAL_DRAW } from './draw-values.ts'

/** Draws a group of draws: assumptions, then effects [entry][y][lane]; good until the next is drawn. */
export type GroupDraws = (group: number) => Float64Array

/** Prepares the drawing of groups of draws. Slots beyond the last draw are the central run. */
export function createGroupDraws(request: EnsembleRequest): GroupDraws {
  const { model, seed, draws } = request
  const drawPaths = createDrawPaths(model, request)
  const lanes = new Float64Array((model.uncertainty.length + model.effects.length) * model.years * LANES)
  return (group) => {
    for (let lane = 0; lane < LANES; lane++) {
      const slot = group * LANES + lane
      const { values } = drawPaths(seed, slot < draws ? slot : CENTRAL_DRAW)
      for (let i = 0; i < values.length; i++) lanes[i * LANES + lane] = values[i]!
    }
    return lanes
  }
}
