/**
 * Empirical Bayes means of places seen several times: each place's mean drawn towards 1, the common mean,
 * by how much of the spread between places a place's own variation over time could make. Variances by the
 * method of moments of the one-way random effects model (Searle, Casella and McCulloch, Variance
 * Components, 1992, section 3.6), for places with unequal numbers of values.
 * @param values relative values of each place, scaled to a mean of 1; a place may have none
 * @returns one estimate a place; 1 for a place with no values
 */
export function shrinkMeans(values: readonly (readonly number[])[]): number[] {
  const seen = values.filter((own) => own.length > 0)
  const count = seen.reduce((sum, own) => sum + own.length, 0)
  const spare = count - seen.length
  const within = spare > 0 ? seen.reduce((sum, own) => sum + squares(own, mean(own)), 0) / spare : 0
  const grand = mean(seen.flat())
  const between = seen.reduce((sum, own) => sum + own.length * (mean(own) - grand) * (mean(own) - grand), 0)
  const effective = count - seen.reduce((sum, own) => sum + own.length * own.length, 0) / count
  const variance = effective > 0 ? Math.max(0, (between - (seen.length - 1) * within) / effective) : 0
  return values.map((own) => {
    if (own.length === 0) return 1
    const noise = within / own.length
    const kept = variance + noise > 0 ? variance / (variance + noise) : 0
    return 1 + kept * (mean(own) - 1)
  })
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length

const squares = (values: readonly number[], centre: number): number =>
  values.reduce((sum, value) => sum + (value - centre) * (value - centre), 0)
