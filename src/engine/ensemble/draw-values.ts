import exp from '@stdlib/math-base-special-exp'
import type { EngineModel, UncertaintyTarget } from '../../domain/engine-model.ts'
import { DEFAULT_DESIGN, type EnsembleRequest } from '../../domain/ensemble.ts'
import { distributionAtScore, distributionCentre, distributionQuantile } from '../../stats/distribution.ts'
import { fnv1a } from '../../stats/fnv.ts'
import { normalQuantile } from '../../stats/normal-quantile.ts'
import { uniform } from '../../stats/threefry.ts'
import { createDesignPoints, type DesignPoints } from './draw-design.ts'
import { correlate, createDrawWalks, mixingsOf } from './draw-walks.ts'

/** The draw index that stands for the central run: every assumption at its centre, no walks. */
export const CENTRAL_DRAW = -1

/** How draws are made, but for the seed. */
export type DrawPlan = Partial<Pick<EnsembleRequest, 'design' | 'draws' | 'mix'>>

/**
 * Writes one draw: the value of every assumption, then the multiplier of every effect, in each step [entry][y].
 */
export type DrawValues = (seed: number, draw: number, into: Float64Array) => void

/** Targets whose walk is of the value; other walks are of the logarithm. */
const SHIFTS: ReadonlySet<UncertaintyTarget> = new Set<UncertaintyTarget>([
  'growth',
  'productivity',
  'population',
  'unpaid-growth',
])

/**
 * Prepares the drawing of a model's assumptions and effects. In a design, its first dimensions are the assumptions
 * and its next the ends of their walks, both in the model's order; what happens on the way, and the strengths of
 * effects, which differ from scenario to scenario, come from the counter-based generator by id. So scenarios
 * share the draws of what they share.
 * @param plan a number of draws is needed for a Latin hypercube alone; the mix is not read
 * @param stream the second has dimensions of its own, behind those of the first: the same ones scrambled anew would
 * go up and down with it
 */
export function createDrawValues(model: EngineModel, plan: DrawPlan, stream: 0 | 1 = 0): DrawValues {
  const { years, uncertainty, effects } = model
  const words = uncertainty.map(({ id }) => fnv1a(id))
  const effectWords = effects.map(({ id }) => fnv1a(id))
  const mixings = mixingsOf(model)
  const mixed = mixings.flatMap(({ factors }) => factors)
  const walks = createDrawWalks(model, words, mixings)
  const { steps, walkers } = walks
  const count = uncertainty.length
  const dimensions = count + walkers.length
  const scores = new Float64Array(count)
  const walkSteps = new Float64Array(count * steps)
  const isMixed = uncertainty.map((_, k) => mixed.includes(k))
  const isShift = uncertainty.map(({ target }) => SHIFTS.has(target))
  let designed: { readonly seed: number; readonly points: DesignPoints } | undefined

  const pointsOf = (seed: number): DesignPoints => {
    if (designed?.seed !== seed) {
      const { design = DEFAULT_DESIGN, draws = 0 } = plan
      const from = stream * dimensions
      const points = createDesignPoints(design, seed, draws, from + dimensions)
      designed = { seed, points: (draw) => points(draw).subarray(from) }
    }
    return designed.points
  }
  /** Leaves the value of each effect's strength, as a path. */
  const putEffects = (into: Float64Array, strengthOf: (e: number) => number): void => {
    for (const [e, { path }] of effects.entries()) {
      const strength = strengthOf(e)
      const first = (count + e) * years
      for (let y = 0; y < years; y++) into[first + y] = path[y] === 0 ? 1 : exp(path[y]! * strength)
    }
  }

  return (seed, draw, into) => {
    if (draw === CENTRAL_DRAW) {
      for (const [k, { distribution }] of uncertainty.entries())
        into.fill(distributionCentre(distribution), k * years, (k + 1) * years)
      putEffects(into, (e) => distributionCentre(effects[e]!.strength))
      return
    }
    const point = pointsOf(seed)(draw)
    const chance = (k: number): number => (k < point.length ? point[k]! : uniform(seed, draw, words[k]!, 0))
    for (const k of mixed) scores[k] = normalQuantile(chance(k))
    for (const mixing of mixings) correlate(mixing, scores, 1, 0)
    walks.fill(seed, draw, point.subarray(count), walkSteps)
    for (const [k, { distribution, walk, memory }] of uncertainty.entries()) {
      const start = isMixed[k]
        ? distributionAtScore(distribution, scores[k]!)
        : distributionQuantile(distribution, chance(k))
      const first = k * years
      if (walk === 0) {
        into.fill(start, first, first + years)
        continue
      }
      let walked = 0
      let pace = 0
      for (let y = 0; y < years; y++) {
        const step = walk * walkSteps[k * steps + y]!
        if (memory === undefined) walked += step
        else {
          pace = memory * pace + step
          walked = memory * walked + pace
        }
        into[first + y] = isShift[k] ? start + walked : start * exp(walked)
      }
    }
    putEffects(into, (e) =>
      distributionQuantile(effects[e]!.strength, uniform(seed, draw, effectWords[e]!, 0)),
    )
  }
}
