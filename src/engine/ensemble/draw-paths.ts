import type { EngineModel, UncertaintyTarget } from '../../domain/engine-model.ts'
import type { DrawMix } from '../../domain/ensemble.ts'
import type { EffectTarget } from '../../domain/policy.ts'
import { CENTRAL_DRAW, createDrawValues, type DrawPlan, type DrawValues } from './draw-values.ts'

/** What one draw does to a target: a value for each step, and the members it covers. */
export interface DrawnPath {
  readonly members: Int32Array
  readonly values: Float64Array
}

/** One draw of all assumptions and effects; good until the next is drawn. */
export interface DrawnPaths {
  /** Everything: assumptions, then effects, both in the model's order [entry][y]. */
  readonly values: Float64Array
  /** Uncertain assumptions on a target, in the model's order. */
  uncertain(target: UncertaintyTarget): readonly DrawnPath[]
  /** Effects of policies on a target, as multipliers. */
  effects(target: EffectTarget): readonly DrawnPath[]
}

const NONE: readonly DrawnPath[] = []

/**
 * Prepares the drawing of a model's assumptions and effects, see `createDrawValues`, draw by draw or as a mix asks.
 * @returns a function of seed (0 to 2^32 - 1) and draw (0 or more, or `CENTRAL_DRAW`)
 */
export function createDrawPaths(
  model: EngineModel,
  plan: DrawPlan = {},
): (seed: number, draw: number) => DrawnPaths {
  const { years, occupations, uncertainty, effects } = model
  const entries = uncertainty.length + effects.length
  const values = new Float64Array(entries * years)
  const everyOccupation = Int32Array.from({ length: occupations }, (_, o) => o)
  const pathOf = (entry: number, members: Int32Array): DrawnPath => ({
    members,
    values: values.subarray(entry * years, (entry + 1) * years),
  })
  const uncertain = new Map<UncertaintyTarget, DrawnPath[]>()
  for (const [k, { target, members }] of uncertainty.entries()) {
    // Growth is by service: there's no everyone to fall back on.
    const covered = target === 'growth' || members.length > 0 ? members : everyOccupation
    const path = pathOf(k, covered)
    uncertain.set(target, [...(uncertain.get(target) ?? []), path])
  }
  const policies = new Map<EffectTarget, DrawnPath[]>()
  for (const [e, { target, members }] of effects.entries()) {
    const path = pathOf(uncertainty.length + e, members)
    policies.set(target, [...(policies.get(target) ?? []), path])
  }
  const paths: DrawnPaths = {
    values,
    uncertain: (target) => uncertain.get(target) ?? NONE,
    effects: (target) => policies.get(target) ?? NONE,
  }
  const draw = plan.mix
    ? mixed(plan.mix, years, (stream) => createDrawValues(model, plan, stream), values.length)
    : createDrawValues(model, plan)
  return (seed, i) => {
    draw(seed, i, values)
    return paths
  }
}

/** Second stream's part of a seed, so that the generator shares no draw with the first. */
const OTHER_STREAM = 0x5eed0b0e

/**
 * Draws put together from draws of two streams. The last draw of each stream is held, since a study asks for the
 * same two over and over.
 */
function mixed(
  { groups, groupOf, draws, streams }: DrawMix,
  years: number,
  create: (stream: 0 | 1) => DrawValues,
  numbers: number,
): DrawValues {
  const central = new Float64Array(numbers)
  create(0)(0, CENTRAL_DRAW, central)
  const held = ([0, 1] as const).map((stream) => ({
    turn: stream * OTHER_STREAM,
    draw: create(stream),
    values: new Float64Array(numbers),
    seed: Number.NaN,
    number: CENTRAL_DRAW,
  }))
  const take = (seed: number, stream: number, number: number): Float64Array => {
    if (number === CENTRAL_DRAW) return central
    const from = held[stream]!
    if (from.seed !== seed || from.number !== number) {
      from.draw((seed ^ from.turn) >>> 0, number, from.values)
      from.seed = seed
      from.number = number
    }
    return from.values
  }
  return (seed, draw, into) => {
    if (draw === CENTRAL_DRAW) {
      into.set(central)
      return
    }
    for (let entry = 0; entry < groupOf.length; entry++) {
      const place = draw * groups + groupOf[entry]!
      const from = take(seed, streams[place]!, draws[place]!)
      for (let i = entry * years; i < (entry + 1) * years; i++) into[i] = from[i]!
    }
  }
}
