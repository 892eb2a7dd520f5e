import { tickStep, ticks } from 'd3-array'
import { format, precisionFixed } from 'd3-format'

type Pair = readonly [number, number]

/**
 * Places on a straight axis, as d3-scale works them out, without what that brings for colours and dates: the builder
 * loads this before it answers.
 * @param domain values at both ends; where they are the same, all stands in the middle
 * @param range their places
 */
export const linearScale =
  ([from, to]: Pair, [first, last]: Pair) =>
  (value: number): number => {
    const part = from === to ? 0.5 : (value - from) / (to - from)
    return first * (1 - part) + last * part
  }

/** Round values between two ends, about `count` of them, and how each is written: with as many digits as the step needs. */
export const roundMarks = ([from, to]: Pair, count: number): readonly { value: number; label: string }[] => {
  const label = format(`,.${precisionFixed(tickStep(from, to, count))}f`)
  return ticks(from, to, count).map((value) => ({ value, label: label(value) }))
}
