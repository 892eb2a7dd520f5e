import { isDecimal } from './units.ts'

/** Largest power of ten that does not exceed a size; 1 at least. */
function powerOfTen(size: number): number {
  let power = 1
  while (power * 10 <= size) power *= 10
  return power
}

/** Largest of 1, 5, 10, 50, 100, ... that does not exceed a size; 1 at least. */
function niceStep(size: number): number {
  const power = powerOfTen(size)
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
 * The step that a table rounds to: a power of ten, a twentieth of the range or less. Where there is no range, four
 * significant digits.
 */
export function tableStep(low: number, high: number): number {
  const width = Math.abs(high - low)
  return width < 1e-9 ? significantStep(high, 4) : powerOfTen(width / 20)
}

/** Points of a hundred, or of a small number, from which a range is too wide for decimals. */
const WIDE = 5

/** The step that a table rounds a value of a unit to; for shares in points of a hundred. */
export function unitStep(low: number, high: number, unit: string): number {
  if (unit === 'share') return (high - low) * 100 >= WIDE ? 1 : 0.1
  if (isDecimal(unit)) return high - low >= WIDE ? 1 : high - low >= WIDE / 10 ? 0.1 : 0.01
  return tableStep(low, high)
}

/** Power of ten that leaves a number of significant digits; 1 at least. */
function significantStep(value: number, digits: number): number {
  let limit = 1
  for (let digit = 0; digit < digits; digit++) limit *= 10
  let step = 1
  while (Math.abs(value) / step >= limit) step *= 10
  return step
}
