import { AGES, SEXES } from '../../domain/cohort.ts'
import type { EngineModel } from '../../domain/engine-model.ts'
import type { Aggregation } from '../../domain/ensemble.ts'
import { AGE_55 } from '../cohort/age-bands.ts'
import { baseUnpaidHours } from '../cohort/area-tables.ts'
import { MONEY_WEIGHTS } from '../cohort/layout.ts'
import { baseFte } from '../cohort/post-weights.ts'
import type { Unit } from './units.ts'

/** What no draw changes of areas together, each the sum over its areas in order. */
export interface UnitConstants {
  /** Share of national arrivals from abroad [o]. */
  readonly internationalShare: Float64Array
  /** At the base: heads, FTE, heads aged 55 and over, vacant FTE [o]. */
  readonly baseHeads: Float64Array
  readonly baseFte: Float64Array
  readonly baseOver55: Float64Array
  readonly baseVacant: Float64Array
  /** Unpaid care at the base, in the order of `CARE_STORED`. */
  readonly baseCare: Float64Array
  /** Residents, labour force and adults at time t. */
  people(t: number): Float64Array
  /** Training and fixed costs of policies at time t by series [i][2]. */
  fixedCosts(t: number): Float64Array
}

type PerArea = (o: number, r: number) => number

/** Sums a model's constants over a unit's areas. */
export function unitConstants(
  model: EngineModel,
  { start, members }: Aggregation,
  { areas }: Unit,
): UnitConstants {
  const { occupations, years, care, money } = model
  const points = years + 1
  const sum = (of: (r: number) => number): number => areas.reduce((total, r) => total + of(r), 0)
  const byOccupation = (of: PerArea): Float64Array =>
    Float64Array.from({ length: occupations }, (_, o) => sum((r) => of(o, r)))
  const at =
    (values: Float64Array, t: number) =>
    (r: number): number =>
      values[r * points + t]!
  const trainingShare = byOccupation((o, r) => model.trainingArea[o * model.areas + r]!)
  const fixedShare = sum((r) => money.fixedArea[r]!)
  return {
    internationalShare: byOccupation((o, r) => model.internationalArea[o * model.areas + r]!),
    baseHeads: byOccupation((o, r) => headsAtBase(model, o, r, 0)),
    baseFte: byOccupation((o, r) => baseFte(model, o, r)),
    baseOver55: byOccupation((o, r) => headsAtBase(model, o, r, AGE_55)),
    baseVacant: byOccupation((o, r) => baseVacant(model, o, r)),
    baseCare: Float64Array.from([
      sum((r) => baseUnpaidHours(model, r)),
      sum((r) => at(care.adults, 0)(r) * care.heavyShare[r]!),
      sum((r) => {
        const hours = baseUnpaidHours(model, r)
        return Math.min(hours, Math.max(0, care.womenShare[r]! * hours))
      }),
    ]),
    people: (t) =>
      Float64Array.from([
        sum(at(model.population, t)),
        sum(at(model.labourForce, t)),
        sum(at(care.adults, t)),
      ]),
    fixedCosts: (t) =>
      Float64Array.from({ length: (start.length - 1) * 2 }, (_, i) => {
        const ofSeries = members.subarray(start[i >> 1], start[(i >> 1) + 1])
        if (i % 2 === 1) return holdsAll(ofSeries, occupations) ? money.policyFixed[t]! * fixedShare : 0
        return ofSeries.reduce(
          (total, o) => total + money.trainingCost[o * points + t]! * trainingShare[o]!,
          0,
        )
      }),
  }
}

/** Costs that go with no occupation are in the series of all occupations alone. */
const holdsAll = (members: Int32Array, occupations: number): boolean => new Set(members).size === occupations

function headsAtBase(model: EngineModel, o: number, r: number, from: number): number {
  let heads = 0
  for (let s = 0; s < SEXES.length; s++)
    for (let a = from; a < AGES; a++)
      heads += model.heads[((o * SEXES.length + s) * AGES + a) * model.areas + r]!
  return heads
}

function baseVacant(model: EngineModel, o: number, r: number): number {
  const fte = baseFte(model, o, r)
  const path = model.postsPath[o * (model.years + 1)]!
  return Math.max(0, fte * model.fundedRatio[o * model.areas + r]! * (Number.isNaN(path) ? 1 : path) - fte)
}

/** What each occupation's money is worked out from at time t: `MoneyWeight` of assembly/publication.ts [o][weight]. */
export function moneyWeights({ money, occupations, years }: EngineModel, t: number): Float64Array {
  const points = years + 1
  const weights = new Float64Array(occupations * MONEY_WEIGHTS)
  for (let o = 0; o < occupations; o++) {
    const i = o * points + t
    const perFte = money.payPerFte[o]!
    const pay = perFte * money.payIndex[i]!
    const tax = money.taxReturned[o]! * perFte * (money.payIndex[i]! - money.payIndex[o * points]!)
    weights.set(
      [
        pay,
        money.temporaryShare[o]! * (perFte + money.temporaryPremium[o]!) * money.payIndex[i]!,
        money.policyPerFte[i]!,
        money.policyPerHead[i]!,
        money.policyPerJoiner[i]!,
        pay + money.policyPerFte[i]! - tax,
      ],
      o * MONEY_WEIGHTS,
    )
  }
  return weights
}
