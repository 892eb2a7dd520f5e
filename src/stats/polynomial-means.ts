import { cholesky } from './cholesky.ts'

/**
 * Means of a figure given several parameters, by least squares on all products of their powers up to a total
 * degree: smooth relations only. Parameters are put on a scale of mean 0 and variance 1 first, so that the
 * equations are well behaved.
 * @param parameters each parameter by draw; each must vary, and none may follow from the others
 * @param degree 1 or more; 3 suits most
 * @returns from a figure by draw, its fitted value by draw
 * @throws RangeError where a parameter doesn't vary or follows from others, or there are too few draws
 */
export function createPolynomialMeans(
  parameters: readonly ArrayLike<number>[],
  degree: number,
): (values: ArrayLike<number>) => Float64Array {
  const columns = products(parameters.map(standardise), degree)
  const factor = cholesky(columns.map((a) => columns.map((b) => dot(a, b))))
  return (values) => {
    const weights = solve(
      factor,
      columns.map((column) => dot(column, values)),
    )
    return Float64Array.from(values, (_, i) =>
      columns.reduce((sum, column, k) => sum + weights[k]! * column[i]!, 0),
    )
  }
}

/** Every product of powers up to the degree, the constant first. */
function products(parameters: readonly Float64Array[], degree: number): Float64Array[] {
  const draws = parameters[0]?.length ?? 0
  let found = [{ column: new Float64Array(draws).fill(1), degree: 0 }]
  for (const parameter of parameters)
    found = found.flatMap((term) => {
      const terms = [term]
      for (let power = term.degree + 1; power <= degree; power++) {
        const { column } = terms.at(-1)!
        terms.push({ column: column.map((x, i) => x * parameter[i]!), degree: power })
      }
      return terms
    })
  return found.map(({ column }) => column)
}

function standardise(values: ArrayLike<number>): Float64Array {
  // From the first value, so that a constant has a variance of exactly 0.
  const all = Float64Array.from(values, (x) => x - values[0]!)
  const mean = all.reduce((sum, x) => sum + x, 0) / all.length
  const variance = all.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / all.length
  if (!(variance > 0)) throw new RangeError('a parameter that does not vary says nothing')
  return all.map((x) => (x - mean) / Math.sqrt(variance))
}

/** Solves L Lᵀ x = right. */
function solve(factor: readonly (readonly number[])[], right: readonly number[]): number[] {
  const size = right.length
  const x = [...right]
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) x[i]! -= factor[i]![k]! * x[k]!
    x[i]! /= factor[i]![i]!
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) x[i]! -= factor[k]![i]! * x[k]!
    x[i]! /= factor[i]![i]!
  }
  return x
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
