/** When a setting applies, in calendar years of 31 March. */
export interface SettingTime {
  readonly from: number
  /** The 31 March it ends at, or null while the projection lasts. */
  readonly until: number | null
  /** Years over which it grows evenly to its full height; 1 for at once. */
  readonly phaseIn: number
}

/**
 * A setting as a path over the steps: step y runs from 31 March of baseYear + y to the next. It is in force
 * in the steps that start at `from` or later and before `until`, and reaches its height in step `phaseIn`.
 */
export function settingPath(value: number, time: SettingTime, baseYear: number, years: number): Float64Array {
  const path = new Float64Array(years)
  const end = time.until ?? Number.POSITIVE_INFINITY
  for (let y = 0; y < years; y++) {
    const year = baseYear + y
    if (year < time.from || year >= end) continue
    path[y] = value * Math.min(1, (year - time.from + 1) / time.phaseIn)
  }
  return path
}

/** Settings by year as a path over the steps: each from its year until the next, the last for good; 0 before. */
export function givenPath(
  settings: readonly (readonly [year: number, setting: number])[],
  baseYear: number,
  years: number,
): Float64Array {
  const path = new Float64Array(years)
  for (const [year, setting] of settings) path.fill(setting, Math.max(0, year - baseYear))
  return path
}

/** The same path some whole years later; nothing before. */
export function lagged(path: Float64Array, lag: number): Float64Array {
  const later = new Float64Array(path.length)
  for (let y = Math.round(lag); y < path.length; y++) later[y] = path[y - Math.round(lag)]!
  return later
}

/** Each step of a path through a function that gives 0 for 0. */
export const mapped = (path: Float64Array, change: (value: number) => number): Float64Array =>
  path.map((value) => (value === 0 ? 0 : change(value)))

/** A path over steps as a path over points in time: 0 at the base, then what was in force in the step before. */
export function atPoints(path: Float64Array): Float64Array {
  const points = new Float64Array(path.length + 1)
  points.set(path, 1)
  return points
}

/** What piles up: each step keeps a share of what was there and adds the step’s flow. */
export function accumulated(flow: Float64Array, kept: number): Float64Array {
  const stock = new Float64Array(flow.length)
  let there = 0
  for (let y = 0; y < flow.length; y++) {
    there = there * kept + flow[y]!
    stock[y] = there
  }
  return stock
}

/** Growth compounded: the index over 1 at the end of each step. */
export function compounded(growth: Float64Array): Float64Array {
  const index = new Float64Array(growth.length)
  let level = 1
  for (let y = 0; y < growth.length; y++) {
    level *= 1 + growth[y]!
    index[y] = level
  }
  return index
}

/** Diminishing returns: 0 at 0, one half at `half`, towards 1. */
export const saturating = (value: number, half: number): number => value / (value + half)

/** The sum of the paths of some settings. */
export function summed(paths: readonly Float64Array[], years: number): Float64Array {
  const total = new Float64Array(years)
  for (const path of paths) for (let y = 0; y < years; y++) total[y]! += path[y]!
  return total
}

/** True where a path is zero throughout. */
export const isNothing = (path: Float64Array): boolean => path.every((value) => value === 0)
