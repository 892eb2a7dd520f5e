/**
 * The factor settings that one draw of 2k probabilities gives to a study of k factors: A, the first half; B, the
 * second half; then, for each factor, A with that factor's probability from B. (Saltelli and others, Computer
 * Physics Communications 181, 2010, 259-270.) The halves of a scrambled Sobol draw of 2k dimensions serve best.
 * @returns k + 2 rows of k probabilities, in that order
 * @throws RangeError where the number of probabilities is odd or 0
 */
export function saltelliRows(point: Float64Array): Float64Array[] {
  const factors = point.length / 2
  if (!(Number.isInteger(factors) && factors > 0))
    throw new RangeError(`twice as many probabilities as factors are needed, found ${point.length}`)
  const a = point.slice(0, factors)
  const b = point.slice(factors)
  return [a, b, ...Array.from(b, (fromB, factor) => a.with(factor, fromB))]
}
