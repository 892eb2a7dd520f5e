/**
 * Means of a figure given one parameter: the draws are put in order of the parameter and cut into bins of as
 * equal a number as can be, and each draw gets the mean of its bin. Few bins blur the relation, many leave noise:
 * the square root of the number of draws is a fair start. Draws of equal parameters may fall into two bins.
 * @param values the figure by draw
 * @param parameter the parameter by draw
 * @param bins from 1 to the number of draws
 * @throws RangeError outside that, or where the numbers of draws differ
 */
export function binnedMeans(
  values: ArrayLike<number>,
  parameter: ArrayLike<number>,
  bins: number,
): Float64Array {
  const draws = values.length
  if (parameter.length !== draws) throw new RangeError('as many values as parameters are needed')
  if (!(Number.isInteger(bins) && bins >= 1 && bins <= draws))
    throw new RangeError(`1 to ${draws} bins, found ${bins}`)
  const order = Array.from({ length: draws }, (_, i) => i).sort((a, b) => parameter[a]! - parameter[b]!)
  const means = new Float64Array(draws)
  for (let bin = 0; bin < bins; bin++) {
    const members = order.slice(Math.floor((bin * draws) / bins), Math.floor(((bin + 1) * draws) / bins))
    const mean = members.reduce((sum, i) => sum + values[i]!, 0) / members.length
    for (const i of members) means[i] = mean
  }
  return means
}
