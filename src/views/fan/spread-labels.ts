/** A label that wants to stand at a height. */
export interface Placed {
  readonly wanted: number
}

/**
 * Heights for labels in one column so that none overlap: kept in order, at least `gap` apart, as near
 * to where they belong as the box lets them. Labels that don't fit are squeezed evenly.
 */
export function spreadLabels(
  labels: readonly Placed[],
  gap: number,
  top: number,
  bottom: number,
): readonly number[] {
  const order = labels
    .map((_, index) => index)
    .sort((a, b) => (labels[a]?.wanted ?? 0) - (labels[b]?.wanted ?? 0))
  const room = labels.length > 1 ? Math.min(gap, (bottom - top) / (labels.length - 1)) : gap
  const places = order.map((index) => Math.min(bottom, Math.max(top, labels[index]?.wanted ?? top)))
  for (let i = 1; i < places.length; i++)
    places[i] = Math.max(places[i] ?? top, (places[i - 1] ?? top) + room)
  let limit = bottom
  for (let i = places.length - 1; i >= 0; i--) {
    places[i] = Math.min(places[i] ?? bottom, limit)
    limit = (places[i] ?? bottom) - room
  }
  const result = new Array<number>(labels.length).fill(top)
  order.forEach((index, i) => {
    result[index] = places[i] ?? top
  })
  return result
}
