import type { DrawFactors } from '../../domain/draw-factors.ts'
import type { EngineModel } from '../../domain/engine-model.ts'
import { range } from './cells.ts'

/** Need and funded posts of an occupation in an area and year, FTE. */
export interface Posts {
  need(o: number, r: number, t: number): number
  funded(o: number, r: number, t: number): number
}

/** @param baseFte FTE in post at the base [o][r] */
export function createPosts(
  model: EngineModel,
  draw: DrawFactors,
  baseFte: readonly (readonly number[])[],
): Posts {
  const points = model.years + 1
  const activity = (o: number, r: number, t: number): number => {
    let sum = 0
    for (const v of range(model.services)) {
      const grown = model.activity[(v * model.areas + r) * points + t]! * draw.service[v * points + t]!
      sum += model.needWeight[o * model.services + v]! * grown
    }
    return sum / draw.productivity[o * points + t]!
  }
  const needUndivided = (o: number, r: number, t: number): number => {
    const i = o * model.areas + r
    const ratio = model.needRatio[i]! + model.unmetRatio[i]! * (draw.unmet[o]! - 1)
    return baseFte[o]![r]! * ratio * activity(o, r, t)
  }
  const isGiven = (o: number, t: number): boolean => !Number.isNaN(model.postsPath[o * points + t]!)
  const fundedUndivided = (o: number, r: number, t: number): number => {
    const atBase = baseFte[o]![r]! * model.fundedRatio[o * model.areas + r]!
    const funding = draw.funding[o * points + t]!
    if (isGiven(o, t)) return atBase * model.postsPath[o * points + t]! * funding
    return activity(o, r, 0) > 0 ? ((atBase * activity(o, r, t)) / activity(o, r, 0)) * funding : 0
  }
  /** What an occupation has after the division of work, of something that each has before. */
  const divided = (
    o: number,
    t: number,
    undivided: (occupation: number) => number,
    moves: (from: number, to: number) => boolean,
  ): number => {
    let value = undivided(o)
    for (const k of range(model.transferFrom.length)) {
      const from = model.transferFrom[k]!
      const to = model.transferTo[k]!
      if (!moves(from, to)) continue
      const relieved = draw.transferShare[k * points + t]! * undivided(from)
      if (o === from) value -= relieved
      if (o === to) value += model.transferRate[k]! * relieved
    }
    return value
  }
  return {
    need: (o, r, t) =>
      divided(
        o,
        t,
        (occupation) => needUndivided(occupation, r, t),
        () => true,
      ),
    funded: (o, r, t) =>
      divided(
        o,
        t,
        (occupation) => fundedUndivided(occupation, r, t),
        (from, to) => !isGiven(from, t) && !isGiven(to, t),
      ),
  }
}
