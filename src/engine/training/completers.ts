/**
 * People who finish a training programme each year. A programme of n years has n stages of one year;
 * each year everyone in a stage moves to the next, less the share lost: E[t+1, k+1] = E[t, k] (1 - attrition).
 * @param intake entrants a year: `length` years before the base first, then one entry a step
 * @param length whole years from entry to completion, 1 or more
 * @param attrition share of a stage lost in a year
 * @param steps years to project
 * @returns completers in each step [y]
 */
export function completers(
  intake: Float64Array,
  length: number,
  attrition: number,
  steps: number,
): Float64Array {
  if (intake.length < length + steps)
    throw new RangeError(
      `a programme of ${length} years over ${steps} steps needs ${length + steps} intakes, found ${intake.length}`,
    )
  const stages = new Float64Array(length)
  for (let k = 0; k < length; k++) {
    // Stage k at the base holds those who entered k + 1 intakes ago and have lost k + 1 years' attrition but the last.
    let stock = intake[length - 1 - k]!
    for (let year = 0; year < k; year++) stock *= 1 - attrition
    stages[k] = stock
  }
  const finished = new Float64Array(steps)
  for (let y = 0; y < steps; y++) {
    finished[y] = stages[length - 1]! * (1 - attrition)
    for (let k = length - 1; k > 0; k--) stages[k] = stages[k - 1]! * (1 - attrition)
    stages[0] = intake[length + y]!
  }
  return finished
}
