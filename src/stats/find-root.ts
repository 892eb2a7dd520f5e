/** Halvings that bring any interval of doubles to neighbouring numbers. */
const HALVINGS = 200

/**
 * Where an increasing or decreasing function crosses zero, by bisection: to the last bit but a few.
 * @param value function that changes sign between `low` and `high`
 * @throws RangeError where it doesn't
 */
export function findRoot(value: (x: number) => number, low: number, high: number): number {
  const atLow = value(low)
  if (atLow === 0) return low
  if (atLow * value(high) > 0) throw new RangeError(`no root between ${low} and ${high}`)
  let below = low
  let above = high
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (below + above) / 2
    if (middle === below || middle === above) break
    if (value(middle) * atLow > 0) below = middle
    else above = middle
  }
  return (below + above) / 2
}
