import { AGES, SEXES } from '../../domain/cohort.ts'
import type { EngineModel } from '../../domain/engine-model.ts'

/**
 * Need and funded posts of an area, or of areas together, as sums over services of a weight times the
 * draw's service index, over the draw's productivity. Each table is [t][o][v].
 */
export interface PostWeights {
  /** Need at the central unmet need. */
  readonly need: Float64Array
  /** Need that the draw's multiplier on unmet need adds, times (multiplier - 1). */
  readonly unmet: Float64Array
  readonly funded: Float64Array
  /** Funded posts where they are given, NaN where they follow need [t][o]. */
  readonly given: Float64Array
}

/** FTE at the base of an occupation in an area. */
export function baseFte(model: EngineModel, o: number, r: number): number {
  let fte = 0
  const first = o * SEXES.length * AGES
  for (let cell = first; cell < first + SEXES.length * AGES; cell++)
    fte += model.heads[cell * model.areas + r]! * model.participation[cell]!
  return fte * model.participationArea[o * model.areas + r]!
}

/** The weighted sum of services' activity at the base that an occupation's need rests on. */
export function baseActivity(
  { areas, services, years, needWeight, activity }: EngineModel,
  o: number,
  r: number,
): number {
  let sum = 0
  for (let v = 0; v < services; v++)
    sum += needWeight[o * services + v]! * activity[(v * areas + r) * (years + 1)]!
  return sum
}

/** Post weights of areas together, summed in their order. */
export function postWeights(model: EngineModel, areas: readonly number[]): PostWeights {
  const { occupations, services, years } = model
  const size = (years + 1) * occupations * services
  const weights = {
    need: new Float64Array(size),
    unmet: new Float64Array(size),
    funded: new Float64Array(size),
    given: new Float64Array((years + 1) * occupations),
  }
  for (const r of areas)
    for (let o = 0; o < occupations; o++) addOccupation(model, r, o, baseFte(model, o, r), weights)
  return weights
}

function addOccupation(model: EngineModel, r: number, o: number, fte: number, weights: PostWeights): void {
  const { occupations, services, years, areas } = model
  const i = o * areas + r
  const points = years + 1
  const activity = (v: number, t: number): number =>
    model.needWeight[o * services + v]! * model.activity[(v * areas + r) * points + t]!
  const atBase = baseActivity(model, o, r)
  const need = fte * model.needRatio[i]!
  const unmet = fte * model.unmetRatio[i]!
  const funded = atBase > 0 ? (fte * model.fundedRatio[i]!) / atBase : 0
  for (let t = 0; t < points; t++)
    for (let v = 0; v < services; v++) {
      const at = (t * occupations + o) * services + v
      const weight = activity(v, t)
      weights.need[at]! += need * weight
      weights.unmet[at]! += unmet * weight
      weights.funded[at]! += funded * weight
    }
  for (let t = 0; t < points; t++)
    weights.given[t * occupations + o]! += fte * model.fundedRatio[i]! * model.postsPath[o * points + t]!
}
