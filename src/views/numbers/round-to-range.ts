/** Largest of 1, 5, 10, 50, 100, ... that does not exceed a size; 1 at least. */
function niceStep(size: number): number {
  let power = 1
  while (power * 10 <= size) power *= 10
  return power * 5 <= size ? power * 5 : power
}

/** Rounds to a multiple of a step, never to minus zero. */
export const roundTo = (value: number, step: number): number => Math.round(value / step) * step || 0

/**
 * The step that a sentence rounds to: about a tenth of the range, so that rounding hides nothing the
 * range can tell apart. Where there is no range, three significant digits.
 * @param low lower end of the range, in any unit counted in whole numbers
 * @param high upper end
 */
export function sentenceStep(low: number, high: number): number {
  const width = Math.abs(high - low)
  return width < 1e-9 ? significantStep(high, 3) : niceStep(width / 8)
}

/**
 * The step that a table rounds to: about a hundredth of the range. Where there is no range, four
 * significant digits.
 */
export function tableStep(low: number, high: number): number {
  const width = Math.abs(high - low)
  return width < 1e-9 ? significantStep(high, 4) : niceStep(width / 50)
}

/** Power of ten that leaves a number of significant digits; 1 at least. */
export function significantStep(value: number, digits: number): number {
  let limit = 1
  for (let digit = 0; digit < digits; digit++) limit *= 10
  let step = 1
  while (Math.abs(value) / step >= limit) step *= 10
  return step
}
