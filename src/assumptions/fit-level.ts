/** No profile needs its relative leaving hazards multiplied by more than this. */
const HIGHEST_LEVEL = 1024
const MOST_STEPS = 100
const LEVEL_TOLERANCE = 1e-13
/** Half the width of the first bracket about an expected level, relative. */
const CLOSE_BY = 0.01

/**
 * The level at which an increasing function meets its target, or the nearest end: false position with the
 * Illinois rule (Dowell and Jarratt, BIT 11, 1971, 168-174), which halves the value kept twice at one end.
 * @param value increasing in the level @param most highest level tried
 * @param near a level that the answer is expected close to
 * @returns a level from 0 to `most`
 */
export function fitLevel(
  value: (level: number) => number,
  target: number,
  most = HIGHEST_LEVEL,
  near = 0,
): number {
  let low = near * (1 - CLOSE_BY)
  let below = value(low) - target
  if (below >= 0) {
    low = 0
    below = value(low) - target
    if (below >= 0) return low
  }
  let high = Math.min(near > 0 ? near * (1 + CLOSE_BY) : 1, most)
  let above = value(high) - target
  while (above < 0 && high < most) {
    low = high
    below = above
    high = Math.min(most, high * 2)
    above = value(high) - target
  }
  if (above < 0) return high
  let side = 0
  for (let i = 0; i < MOST_STEPS && high - low > LEVEL_TOLERANCE * high; i++) {
    const level = low - (below * (high - low)) / (above - below)
    const difference = value(level) - target
    if (difference === 0) return level
    if (difference < 0) {
      low = level
      below = difference
      if (side < 0) above /= 2
      side = -1
    } else {
      high = level
      above = difference
      if (side > 0) below /= 2
      side = 1
    }
    if (Math.abs(difference) < target * LEVEL_TOLERANCE) return level
  }
  return (low + high) / 2
}
