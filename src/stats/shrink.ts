/**
 * Empirical Bayes estimates of relative rates from counts: a gamma prior with mean 1 whose variance is
 * estimated by moments from the spread of observed over expected beyond Poisson noise (Clayton and
 * Kaldor, Biometrics 43, 1987, 671-681, the gamma model). Small places are drawn towards 1.
 * @param observed counts @param expected counts expected at the common rate, of the same sum
 * @returns relative rates; all 1 where the counts vary no more than chance
 */
export function shrinkRates(observed: ArrayLike<number>, expected: ArrayLike<number>): Float64Array {
  let excess = 0
  let weight = 0
  for (let i = 0; i < observed.length; i++) {
    const e = expected[i]!
    if (e <= 0) continue
    excess += (observed[i]! - e) * (observed[i]! - e) - e
    weight += e * e
  }
  const variance = weight > 0 ? excess / weight : 0
  const rates = new Float64Array(observed.length).fill(1)
  if (variance <= 0) return rates
  const prior = 1 / variance
  for (let i = 0; i < observed.length; i++) rates[i] = (observed[i]! + prior) / (expected[i]! + prior)
  return rates
}
