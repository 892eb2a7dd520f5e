import type { EngineModel } from '../../domain/engine-model.ts'
import { cholesky } from '../../stats/cholesky.ts'
import { normalQuantile } from '../../stats/normal-quantile.ts'
import { uniform } from '../../stats/threefry.ts'

/** Steps that a walk is laid out over, however few are projected: so that fewer years are the first of more. */
const WALK_STEPS = 25

/** Assumptions that are correlated, with the lower triangular factor of their correlations. */
export interface Mixing {
  readonly factors: readonly number[]
  readonly weights: readonly (readonly number[])[]
}

/** Factors of a model's correlations. @throws RangeError where they can't all hold together */
export const mixingsOf = ({ correlations }: EngineModel): Mixing[] =>
  correlations.map(({ factors, matrix }) => ({ factors, weights: cholesky(matrix) }))

/**
 * Correlates independent standard normal scores in place.
 * @param scores [assumption][...], `stride` apart @param column which of those of a stride
 */
export function correlate(
  { factors, weights }: Mixing,
  scores: Float64Array,
  stride: number,
  column: number,
): void {
  // From the last, since each takes from those before it only.
  for (let i = factors.length - 1; i >= 0; i--) {
    const row = weights[i]!
    let sum = 0
    for (let j = 0; j <= i; j++) sum += row[j]! * scores[factors[j]! * stride + column]!
    scores[factors[i]! * stride + column] = sum
  }
}

/** The walks of a model's assumptions. */
export interface DrawWalks {
  /** Steps of each walk that `fill` writes. */
  readonly steps: number
  /** Assumptions with a walk, ascending. */
  readonly walkers: readonly number[]
  /**
   * Standard normal steps of every assumption with a walk, correlated [assumption][step].
   * @param ends probability of the sum of each walker's steps by its number in `walkers`; those that are missing
   * are left to chance
   */
  fill(seed: number, draw: number, ends: Float64Array, into: Float64Array): void
}

/** @param words second key word of each assumption, for the generator */
export function createDrawWalks(
  model: EngineModel,
  words: readonly number[],
  mixings: readonly Mixing[],
): DrawWalks {
  const steps = Math.max(WALK_STEPS, model.years)
  const walks = (factor: number): boolean => model.uncertainty[factor]!.walk > 0
  const mixed = mixings.filter(({ factors }) => factors.some(walks))
  // Those correlated with a walk need steps of their own, even where they aren't used.
  const needed = new Set(mixed.flatMap(({ factors }) => factors))
  const walkers = model.uncertainty.flatMap((_, k) => (walks(k) || needed.has(k) ? [k] : []))
  return {
    steps,
    walkers,
    fill(seed, draw, ends, into) {
      for (const [place, k] of walkers.entries()) {
        const first = k * steps
        let sum = 0
        for (let y = 0; y < steps; y++) {
          const step = normalQuantile(uniform(seed, draw, words[k]!, y + 1))
          into[first + y] = step
          sum += step
        }
        if (place >= ends.length) continue
        // A bridge: as likely a walk as any, among those that end there.
        const shift = normalQuantile(ends[place]!) / Math.sqrt(steps) - sum / steps
        for (let y = 0; y < steps; y++) into[first + y]! += shift
      }
      for (const mixing of mixed) for (let y = 0; y < steps; y++) correlate(mixing, into, steps, y)
    },
  }
}
