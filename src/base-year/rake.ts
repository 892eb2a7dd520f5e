import type { MarginResidual } from '../domain/base-year.ts'
import { HeadroomError } from '../errors/headroom-error.ts'

/** Totals that a table must have when summed over every axis but those named. */
export interface Margin {
  readonly name: string
  /** What kind of margin it is: see `MarginResidual`. */
  readonly kind: string
  /** Axes the margin keeps, ascending. */
  readonly axes: readonly number[]
  /** Totals, row-major over the kept axes. */
  readonly targets: Float64Array
  /** A cell of the margin in words, from its index on each kept axis. */
  readonly label: (indices: readonly number[]) => string
}

/** A raked table and how closely it meets each margin. */
export interface Raked {
  readonly values: Float64Array
  readonly residuals: readonly MarginResidual[]
}

const MOST_ROUNDS = 500
/** Relative difference at which a margin counts as met exactly. */
const CONVERGED = 1e-12

/**
 * Iterative proportional fitting (raking): scales a seed table until its margins are the given totals.
 * A zero of the seed stays zero. Deming and Stephan, Annals of Mathematical Statistics 11 (1940), 427-444.
 * @param seed row-major table of non-negative numbers
 * @param shape length of each axis
 * @param tolerance largest relative residual allowed when the rounds end
 * @throws HeadroomError `margins-inconsistent` naming the cell that can't be met
 */
export function rake(
  seed: Float64Array,
  shape: readonly number[],
  margins: readonly Margin[],
  tolerance: number,
): Raked {
  const values = Float64Array.from(seed)
  const places = margins.map((margin) => cellsOf(shape, margin.axes))
  margins.forEach((margin, m) => {
    refuseUnreachable(values, margin, places[m]!, shape)
  })
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let worst = 0
    margins.forEach((margin, m) => {
      const sums = totals(values, places[m]!, margin.targets.length)
      const factors = margin.targets.map((target, i) => (sums[i] === 0 ? 0 : target / sums[i]!))
      factors.forEach((factor, i) => {
        if (margin.targets[i] !== 0) worst = Math.max(worst, Math.abs(factor - 1))
      })
      for (let i = 0; i < values.length; i++) values[i]! *= factors[places[m]![i]!]!
    })
    if (worst < CONVERGED) break
  }
  const residuals = margins.map((margin, m) => residualOf(values, margin, places[m]!, shape))
  margins.forEach((margin, m) => {
    const { worst } = residuals[m]!
    if (worst > tolerance) {
      const sums = totals(values, places[m]!, margin.targets.length)
      const i = worstIndex(sums, margin.targets)
      throw inconsistent(margin, shape, i, sums[i]!)
    }
  })
  return { values, residuals }
}

/** For each cell of the table, its cell of the margin. */
function cellsOf(shape: readonly number[], axes: readonly number[]): Int32Array {
  const size = shape.reduce((product, length) => product * length, 1)
  const cells = new Int32Array(size)
  const index = new Array<number>(shape.length).fill(0)
  for (let i = 0; i < size; i++) {
    let cell = 0
    for (const axis of axes) cell = cell * shape[axis]! + index[axis]!
    cells[i] = cell
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      index[axis]! += 1
      if (index[axis]! < shape[axis]!) break
      index[axis] = 0
    }
  }
  return cells
}

function totals(values: Float64Array, cells: Int32Array, length: number): Float64Array {
  const sums = new Float64Array(length)
  for (let i = 0; i < values.length; i++) sums[cells[i]!]! += values[i]!
  return sums
}

const relative = (sum: number, target: number): number =>
  target === 0 ? Math.abs(sum) : Math.abs(sum / target - 1)

function worstIndex(sums: Float64Array, targets: Float64Array): number {
  let found = 0
  for (let i = 1; i < targets.length; i++)
    if (relative(sums[i]!, targets[i]!) > relative(sums[found]!, targets[found]!)) found = i
  return found
}

function residualOf(
  values: Float64Array,
  margin: Margin,
  cells: Int32Array,
  shape: readonly number[],
): MarginResidual {
  const sums = totals(values, cells, margin.targets.length)
  const i = worstIndex(sums, margin.targets)
  return {
    margin: margin.name,
    kind: margin.kind,
    cells: margin.targets.length,
    worst: relative(sums[i]!, margin.targets[i]!),
    worstCell: labelOf(margin, shape, i),
  }
}

function labelOf(margin: Margin, shape: readonly number[], cell: number): string {
  const indices: number[] = []
  let rest = cell
  for (const axis of [...margin.axes].reverse()) {
    indices.unshift(rest % shape[axis]!)
    rest = Math.floor(rest / shape[axis]!)
  }
  return margin.label(indices)
}

const inconsistent = (margin: Margin, shape: readonly number[], cell: number, found: number): HeadroomError =>
  new HeadroomError('margins-inconsistent', {
    margin: margin.name,
    cell: labelOf(margin, shape, cell),
    expected: margin.targets[cell]!,
    found,
  })

function refuseUnreachable(
  seed: Float64Array,
  margin: Margin,
  cells: Int32Array,
  shape: readonly number[],
): void {
  const sums = totals(seed, cells, margin.targets.length)
  margin.targets.forEach((target, i) => {
    if (target > 0 && sums[i] === 0) throw inconsistent(margin, shape, i, 0)
  })
}
