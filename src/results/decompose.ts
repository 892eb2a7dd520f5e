import { mean, quantileSorted } from 'd3-array'
import { COMPARISON_STATISTICS } from '../domain/comparison.ts'

/** Draws of one run: every value’s central run and its draws. */
export interface RunDraws {
  /** [cell] */
  readonly central: Float64Array
  /** [cell][draw] */
  readonly draws: Float64Array
}

/** A difference taken apart, draw by draw: `total` is the sum of `parts` and `interaction`. */
export interface Decomposition {
  readonly total: RunDraws
  readonly parts: readonly RunDraws[]
  readonly interaction: RunDraws
}

/**
 * Takes the difference between two runs apart: each part is what one change alone does on top of `a`, and
 * the interaction is what is left. All in the same draws, so noise that both runs share cancels.
 * @param alone runs of `a` with one of the changes each
 */
export function decompose(a: RunDraws, b: RunDraws, alone: readonly RunDraws[]): Decomposition {
  const less = (x: RunDraws, y: RunDraws): RunDraws => ({
    central: difference(x.central, y.central),
    draws: difference(x.draws, y.draws),
  })
  const total = less(b, a)
  const parts = alone.map((run) => less(run, a))
  return { total, parts, interaction: parts.reduce(less, total) }
}

/**
 * Statistics of a run’s cells in the order of `COMPARISON_STATISTICS` [cell][statistic]; percentiles
 * interpolate between draws (R type 7). NaN where any draw is.
 */
export function summarise({ central, draws }: RunDraws): Float64Array {
  const count = draws.length / central.length
  const width = COMPARISON_STATISTICS.length
  const values = new Float64Array(central.length * width)
  for (const [cell, middle] of central.entries()) {
    const drawn = draws.slice(cell * count, (cell + 1) * count).sort()
    // NaN sorts last: the last draw tells whether any is.
    const isKnown = !Number.isNaN(drawn.at(-1) ?? Number.NaN)
    // its types ask for an array, where it reads any numbers in order
    const sorted = drawn as ArrayLike<number> as number[]
    const at = (p: number): number => (isKnown ? quantileSorted(sorted, p)! : Number.NaN)
    values.set([middle, isKnown ? mean(drawn)! : Number.NaN, at(0.1), at(0.5), at(0.9)], cell * width)
  }
  return values
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  const values = new Float64Array(a.length)
  for (let i = 0; i < values.length; i++) values[i] = a[i]! - b[i]!
  return values
}
