import { expNear, ln } from './power'
import {
  HIGH,
  ON_ATTRITION,
  ON_LEAVING,
  ON_SICKNESS,
  Task,
  WIDE,
  tableOf,
} from './task'

// The bounds of ../../limits.ts.
export const MOST_ATTRITION: f64 = 0.95
export const MOST_SICKNESS: f64 = 0.5
const LEAST_FEEDBACK: f64 = 0.5
const MOST_FEEDBACK: f64 = 2
export const LEAST_POOL: f64 = 0.8
export const MOST_POOL: f64 = 1.2
const FARTHEST_RATIO: f64 = 1000
/** Logarithm of the most that pressure makes of anything, the least being 1 over it; a little more. */
const FARTHEST_FEEDBACK: f64 = 0.7

/** Values held between two bounds. */
@inline
export function held(values: v128, least: f64, most: f64): v128 {
  return f64x2.min(f64x2.splat(most), f64x2.max(f64x2.splat(least), values))
}

/** Logarithm of a ratio that no extreme can carry away. */
@inline
export function lnRatio(ratio: v128): v128 {
  return ln(held(ratio, 1 / FARTHEST_RATIO, FARTHEST_RATIO))
}

/** Before the first year: no pressure, and the base's need per FTE at work. Needs `posts` of the base. */
export function startPressure(task: Task): void {
  const zero = f64x2.splat(0)
  const one = f64x2.splat(1)
  for (let o: usize = 0; o < task.occupations; o++) {
    const fte = f64x2.splat(tableOf(task, o).fte)
    for (let side: usize = 0; side < WIDE; side += HIGH) {
      const need = v128.load(task.posts + o * 2 * WIDE + side)
      const known = v128.and(f64x2.gt(fte, zero), f64x2.gt(need, zero))
      v128.store(task.baseRatio + o * WIDE + side, v128.and(f64x2.div(need, fte), known))
      for (let kind: usize = 0; kind < 3; kind++)
        v128.store(task.feedback + (o * 3 + kind) * WIDE + side, one)
    }
  }
}

/** What this year's pressure on occupation o makes of next year's leaving, sickness and attrition. */
export function press(task: Task, o: usize, work0: v128, work1: v128): void {
  const flags = load<usize>(task.pressed + (o << 2))
  if (!flags) return
  const log0 = lnPressure(task, o, work0, 0)
  const log1 = lnPressure(task, o, work1, HIGH)
  const at = o * 3 * WIDE
  if (flags & ON_LEAVING) feed(task, at, log0, log1)
  if (flags & ON_SICKNESS) feed(task, at + WIDE, log0, log1)
  if (flags & ON_ATTRITION) feed(task, at + 2 * WIDE, log0, log1)
}

/** Logarithm of the pressure on occupation o, 0 where it isn't known. */
@inline
function lnPressure(task: Task, o: usize, work: v128, side: usize): v128 {
  const zero = f64x2.splat(0)
  const baseRatio = v128.load(task.baseRatio + o * WIDE + side)
  const need = v128.load(task.posts + o * 2 * WIDE + side)
  const pressure = f64x2.div(need, f64x2.mul(work, baseRatio))
  const known = v128.and(f64x2.gt(work, zero), f64x2.gt(baseRatio, zero))
  return lnRatio(v128.bitselect(pressure, f64x2.splat(1), known))
}

@inline
function feed(task: Task, at: usize, log0: v128, log1: v128): void {
  v128.store(task.feedback + at, feedback(task, f64x2.mul(v128.load(task.pressure + at), log0)))
  v128.store(task.feedback + at, feedback(task, f64x2.mul(v128.load(task.pressure + at, HIGH), log1)), HIGH)
}

/** What so much pressure, its logarithm times its strength, makes of something. */
@inline
function feedback(task: Task, log: v128): v128 {
  const factor = expNear(held(log, -FARTHEST_FEEDBACK, FARTHEST_FEEDBACK), task.growthSeries)
  return held(factor, LEAST_FEEDBACK, MOST_FEEDBACK)
}
