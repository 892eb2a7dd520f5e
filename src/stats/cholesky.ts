/** A pivot smaller than this share of its diagonal is 0 but for rounding. */
const ROUNDING = 1e-12

/**
 * Cholesky factor of a symmetric matrix: the lower triangular L with L Lᵀ the matrix (Golub and Van Loan,
 * Matrix Computations, section 4.2). Only the lower triangle is read.
 * @param matrix rows, as many as columns
 * @throws RangeError where the matrix isn't positive definite, or is so only by rounding, naming the row (from 1)
 * at which that shows
 */
export function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const factor: number[][] = []
  for (const [i, row] of matrix.entries()) {
    const own: number[] = []
    for (let j = 0; j < i; j++) own.push((row[j]! - product(own, factor[j]!, j)) / factor[j]![j]!)
    const left = row[i]! - product(own, own, i)
    if (!(left > ROUNDING * row[i]!))
      throw new RangeError(`the matrix is not positive definite: row ${i + 1}`)
    own.push(Math.sqrt(left))
    factor.push(own)
  }
  return factor
}

/** Sum of products of the first numbers of two rows. */
function product(a: readonly number[], b: readonly number[], count: number): number {
  let sum = 0
  for (let k = 0; k < count; k++) sum += a[k]! * b[k]!
  return sum
}
