import type { EngineModel } from '../../domain/engine-model.ts'
import type { EnsembleRequest } from '../../domain/ensemble.ts'
import type { PolicyEffect } from '../../domain/policy.ts'
import { LANES } from '../cohort/lanes.ts'
import { createDrawPaths } from './draw-paths.ts'
import { CENTRAL_DRAW } from './draw-values.ts'

/** Groups of draws. */
export interface GroupDraws {
  /** Draws a group: assumptions, then effects [entry][y][lane]; good until the next is drawn. */
  draw(group: number): Float64Array
  /** Stands for the draws of each assumption and effect: the same object, the same draws. */
  readonly sources: readonly object[]
}

/** Prepares the drawing of groups of draws. Slots beyond the last draw are the central run. */
export function createGroupDraws(request: EnsembleRequest): GroupDraws {
  const { model, seed, draws } = request
  const drawPaths = createDrawPaths(model, request)
  const entries = model.uncertainty.length + model.effects.length
  const lanes = new Float64Array(entries * model.years * LANES)
  return {
    draw(group) {
      for (let lane = 0; lane < LANES; lane++) {
        const slot = group * LANES + lane
        const { values } = drawPaths(seed, slot < draws ? slot : CENTRAL_DRAW)
        for (let i = 0; i < values.length; i++) lanes[i * LANES + lane] = values[i]!
      }
      return lanes
    },
    sources: Array.from({ length: entries }, () => ({})),
  }
}

/** Draws that one run leaves for the next: where only policies change, assumptions need no drawing again. */
export interface KeptDraws {
  /** The same numbers as `createGroupDraws`, with what was drawn before taken over. */
  groupDraws(request: EnsembleRequest): GroupDraws
}

/** Most numbers kept: 32 MiB. Longer runs draw anew. */
const MOST_KEPT = 4 * 1024 * 1024

/** What draws depend on, besides the assumptions themselves. */
const KEYS = ['seed', 'draws', 'design'] as const

/** Draws of assumptions or effects by group, filled as they are asked for. */
interface Drawn {
  readonly draws: GroupDraws
  readonly groups: Float64Array[]
}

export function createKeptDraws(): KeptDraws {
  let last: EnsembleRequest | undefined
  let assumptions: Drawn | undefined
  let effects = new WeakMap<PolicyEffect, Drawn>()
  const isAsLast = (request: EnsembleRequest): boolean =>
    last !== undefined &&
    KEYS.every((key) => last?.[key] === request[key]) &&
    last.model.years === request.model.years
  const start = (request: EnsembleRequest, model: Partial<EngineModel>): Drawn => ({
    draws: createGroupDraws({ ...request, model: { ...request.model, ...model } }),
    groups: [],
  })
  return {
    groupDraws(request) {
      const { model, draws, mix } = request
      const entries = model.uncertainty.length + model.effects.length
      if (mix || entries * model.years * (draws + LANES) > MOST_KEPT) return createGroupDraws(request)
      if (!isAsLast(request)) effects = new WeakMap()
      if (
        !assumptions ||
        !isAsLast(request) ||
        last?.model.uncertainty !== model.uncertainty ||
        last.model.correlations !== model.correlations
      )
        assumptions = start(request, { effects: [] })
      last = request
      const parts = [
        assumptions,
        ...model.effects.map((effect) => {
          const kept =
            effects.get(effect) ?? start(request, { uncertainty: [], correlations: [], effects: [effect] })
          effects.set(effect, kept)
          return kept
        }),
      ]
      const lanes = new Float64Array(entries * model.years * LANES)
      return {
        draw(group) {
          let at = 0
          for (const { draws, groups } of parts) {
            groups[group] ??= draws.draw(group).slice()
            lanes.set(groups[group], at)
            at += groups[group].length
          }
          return lanes
        },
        sources: parts.flatMap(({ draws }) => draws.sources),
      }
    },
  }
}
