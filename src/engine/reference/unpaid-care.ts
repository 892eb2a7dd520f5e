import type { DrawFactors } from '../../domain/draw-factors.ts'
import type { EngineModel } from '../../domain/engine-model.ts'
import { LEAST_POOL, MOST_POOL } from '../limits.ts'
import { held, power } from './pressure.ts'
import type { CareRecord } from './records.ts'

/** Unpaid hours given in an area in year t. @param work FTE at work [o][r] */
export function unpaidHours(
  { care, years, occupations }: EngineModel,
  draw: DrawFactors,
  work: readonly (readonly number[])[],
  r: number,
  t: number,
): number {
  let paid = 0
  for (let o = 0; o < occupations; o++) paid += care.formalHours[o]! * work[o]![r]!
  return Math.max(0, care.needHours[r * (years + 1) + t]! * draw.careGrowth[t]! - paid)
}

/** Unpaid hours per adult over those of the base; 1 where there were none or they aren't known. */
export function burden(
  { care, years }: EngineModel,
  r: number,
  t: number,
  hours: number,
  baseHours: number,
): number {
  const perAdult = (at: number, total: number): number => total / care.adults[r * (years + 1) + at]!
  const atBase = perAdult(0, baseHours)
  return atBase > 0 ? perAdult(t, hours) / atBase : 1
}

/** How unpaid care and policies on carers' work change the labour pool in step y. @param now `burden` at its start */
export const careFactor = (draw: DrawFactors, y: number, now: number): number =>
  held(1 - draw.carePool * (now - 1), LEAST_POOL, MOST_POOL) * draw.carersWork[y]!

/** Who bears the hours. */
export function careRecord(
  model: EngineModel,
  r: number,
  t: number,
  hours: number,
  baseHours: number,
): CareRecord {
  const { care, years } = model
  const adults = care.adults[r * (years + 1) + t]!
  const asAtBase = (baseHours * adults) / care.adults[r * (years + 1)]!
  const women = care.womenShare[r]! * asAtBase + care.womenMarginal * (hours - asAtBase)
  const heavier = power(burden(model, r, t, hours, baseHours), care.heavyElasticity)
  return {
    unpaidHours: hours,
    womenHours: held(women, 0, hours),
    heavyCarers: adults * care.heavyShare[r]! * heavier,
  }
}
