import exp from '@stdlib/math-base-special-exp'
import type { EngineModel, UncertainFactor, UncertaintyTarget } from '../../domain/engine-model.ts'
import type { EffectTarget, PolicyEffect } from '../../domain/policy.ts'
import { distributionCentre, distributionQuantile } from '../../stats/distribution.ts'
import { fnv1a } from '../../stats/fnv.ts'
import { normalQuantile } from '../../stats/normal-quantile.ts'
import { uniform } from '../../stats/threefry.ts'

/** The draw index that stands for the central run: every assumption at its centre, no walks. */
export const CENTRAL_DRAW = -1

/** What one draw does to a target: a value for each step, and the members it covers. */
export interface DrawnPath {
  readonly members: Int32Array
  readonly values: Float64Array
}

/** One draw of all assumptions and effects. */
export interface DrawnPaths {
  /** Uncertain assumptions on a target, in the model's order. */
  uncertain(target: UncertaintyTarget): readonly DrawnPath[]
  /** Effects of policies on a target, as multipliers. */
  effects(target: EffectTarget): readonly DrawnPath[]
}

/**
 * Prepares the drawing of a model's assumptions and effects: draw i depends on (seed, i) and on an
 * assumption's or effect's id alone.
 * @returns a function of seed (0 to 2^32 - 1) and draw (0 or more, or `CENTRAL_DRAW`)
 */
export function createDrawPaths(model: EngineModel): (seed: number, draw: number) => DrawnPaths {
  const everyOccupation = Int32Array.from({ length: model.occupations }, (_, o) => o)
  const byTarget = <Entry extends { readonly id: string; readonly target: string }>(
    entries: readonly Entry[],
  ) => {
    const groups = new Map<string, { readonly entry: Entry; readonly word: number }[]>()
    for (const entry of entries) {
      const group = groups.get(entry.target) ?? []
      group.push({ entry, word: fnv1a(entry.id) })
      groups.set(entry.target, group)
    }
    return groups
  }
  const factors = byTarget(model.uncertainty)
  const effects = byTarget(model.effects)
  return (seed, draw) => ({
    uncertain: (target) =>
      (factors.get(target) ?? []).map(({ entry, word }) => ({
        // Growth is by service: there's no everyone to fall back on.
        members: entry.target === 'growth' || entry.members.length > 0 ? entry.members : everyOccupation,
        values: uncertainPath(entry, word, model.years, seed, draw),
      })),
    effects: (target) =>
      (effects.get(target) ?? []).map(({ entry, word }) => ({
        members: entry.members,
        values: effectPath(entry, word, model.years, seed, draw),
      })),
  })
}

/** Value of an assumption in each step: its draw, with the walk added on its own scale. */
function uncertainPath(
  factor: UncertainFactor,
  word: number,
  years: number,
  seed: number,
  draw: number,
): Float64Array {
  const values = new Float64Array(years)
  if (draw === CENTRAL_DRAW) return values.fill(distributionCentre(factor.distribution))
  const start = distributionQuantile(factor.distribution, uniform(seed, draw, word, 0))
  let walk = 0
  for (let y = 0; y < years; y++) {
    if (factor.walk > 0) walk += factor.walk * normalQuantile(uniform(seed, draw, word, y + 1))
    values[y] = SHIFTS.has(factor.target) ? start + walk : start * exp(walk)
  }
  return values
}

/** exp(path x strength) in each step. */
function effectPath(
  effect: PolicyEffect,
  word: number,
  years: number,
  seed: number,
  draw: number,
): Float64Array {
  const strength =
    draw === CENTRAL_DRAW
      ? distributionCentre(effect.strength)
      : distributionQuantile(effect.strength, uniform(seed, draw, word, 0))
  return Float64Array.from({ length: years }, (_, y) => exp(effect.path[y]! * strength))
}

/** Targets whose walk is of the value; other walks are of the logarithm. */
const SHIFTS: ReadonlySet<UncertaintyTarget> = new Set<UncertaintyTarget>([
  'growth',
  'productivity',
  'population',
  'unpaid-growth',
])
