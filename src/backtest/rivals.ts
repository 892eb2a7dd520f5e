import { RIVALS, type Rival } from '../domain/backtest.ts'

/**
 * Points that a simple rule projects from the values known: the last value; the straight line through the
 * first and the last value known, carried on (the average yearly change: a stronger rival in these series
 * than a least-squares line); the same change damped by a factor a year (Gardner and McKenzie, Management
 * Science 31, 1985).
 * @param values known, at least two, the newest last @param horizons years to project @param damping that factor
 * @returns a value for each year ahead
 */
export function rivalPoints(
  rival: Rival,
  values: readonly number[],
  horizons: number,
  damping: number,
): readonly number[] {
  const last = values.at(-1)!
  const change = (last - values[0]!) / (values.length - 1)
  let carried = 1
  let sum = 0
  return Array.from({ length: horizons }, (_, h) => {
    carried *= damping
    sum += carried
    return rival === 'last' ? last : last + change * (rival === 'linear' ? h + 1 : sum)
  })
}

/**
 * How far off each rule has been in a year, over the outcome: the root mean square of its errors one year
 * ahead, over all series of a family and all their years known at the origin. Rivals get ranges from it, as
 * of a random walk: the spread h years ahead is √h times this.
 * @param values of each series up to the origin, at least three
 */
export function rivalSpreads(
  values: readonly (readonly number[])[],
  damping: number,
): Readonly<Record<Rival, number>> {
  const spread = (rival: Rival): number => {
    let squares = 0
    let count = 0
    for (const own of values)
      for (let known = 2; known < own.length; known++) {
        const [point] = rivalPoints(rival, own.slice(0, known), 1, damping)
        const error = (point! - own[known]!) / own[known]!
        squares += error * error
        count++
      }
    return Math.sqrt(squares / count)
  }
  return Object.fromEntries(RIVALS.map((rival) => [rival, spread(rival)])) as Record<Rival, number>
}
