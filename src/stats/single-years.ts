/**
 * Spreads the totals of age bands over single years: the cumulative total is interpolated by a monotone
 * cubic (Fritsch and Carlson, SIAM Journal on Numerical Analysis 17, 1980, 238-246), so every year is 0 or
 * more and every band keeps its total.
 * @param totals total of each band, 0 or more
 * @param edges lower edge of each band in years, and the upper edge of the last; one more than the totals
 * @returns one value a year from the first edge to the year before the last
 */
export function singleYears(totals: readonly number[], edges: readonly number[]): Float64Array {
  const bands = totals.length
  const widths = totals.map((_, k) => edges[k + 1]! - edges[k]!)
  const slopes = totals.map((total, k) => total / widths[k]!)
  const tangents = new Float64Array(bands + 1)
  tangents[0] = slopes[0] ?? 0
  tangents[bands] = slopes[bands - 1] ?? 0
  for (let k = 1; k < bands; k++) {
    const before = slopes[k - 1]!
    const after = slopes[k]!
    // The weighted harmonic mean keeps the curve monotone whatever the widths.
    const w1 = 2 * widths[k]! + widths[k - 1]!
    const w2 = widths[k]! + 2 * widths[k - 1]!
    tangents[k] = before === 0 || after === 0 ? 0 : (w1 + w2) / (w1 / before + w2 / after)
  }
  const values = new Float64Array(edges[bands]! - edges[0]!)
  for (let k = 0; k < bands; k++) {
    const width = widths[k]!
    let previous = 0
    for (let year = 1; year <= width; year++) {
      const x = year / width
      const hermite =
        totals[k]! * x * x * (3 - 2 * x) +
        tangents[k]! * width * x * (1 - x) * (1 - x) -
        tangents[k + 1]! * width * x * x * (1 - x)
      const reached = year === width ? totals[k]! : hermite
      values[edges[k]! - edges[0]! + year - 1] = Math.max(0, reached - previous)
      previous = reached
    }
  }
  return values
}

/** Repeats a value of each band in every single year of the band; same arguments and result as `singleYears`. */
export function bandSteps(values: readonly number[], edges: readonly number[]): Float64Array {
  const years = new Float64Array(edges[values.length]! - edges[0]!)
  for (const [k, value] of values.entries())
    years.fill(value, edges[k]! - edges[0]!, edges[k + 1]! - edges[0]!)
  return years
}
