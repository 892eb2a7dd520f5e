import exp from '@stdlib/math-base-special-exp'
import { CELLS } from '../domain/cohort.ts'
import type { EngineModel } from '../domain/engine-model.ts'
import type { LeverCost, Policy, PolicyEffect } from '../domain/policy.ts'
import { baseUnpaidHours } from '../engine/cohort/area-tables.ts'
import { baseFte } from '../engine/cohort/post-weights.ts'

/** What each area weighs in effects on some areas only. */
export interface AreaWeights {
  /** Leavers of the first year [r], which effects on leaving act on. */
  readonly leavers: Float64Array
  /** Posts that open recruitment fills in the first year, FTE [r]. */
  readonly jobs: Float64Array
}

/** The weights of a model’s areas; no policy changes them. */
export function areaWeights(model: EngineModel): AreaWeights {
  const { areas } = model
  return {
    leavers: ofAreas(leaversOf(model), areas),
    jobs: ofAreas(
      byOccupation(model, (o, r) => recruitsFte(model, o, r) * model.fill[o * areas + r]!),
      areas,
    ),
  }
}

/** A policy for the areas as one: what acts on some of them acts on all by their part. */
export const mergePolicy = (policy: Policy, weights: AreaWeights): Policy => ({
  ...policy,
  effects: policy.effects.map((effect) => mergeEffect(effect, weights)),
  costs: policy.costs.map((cost): LeverCost => ({ ...cost, areas: cost.areas && Float64Array.of(1) })),
})

/**
 * The model with all its areas as one: a quick approximation of their sum. Stocks, need, funded posts,
 * arrivals and money at the base are the sum’s; rates are means weighted by what they act on there. What
 * it leaves out is how areas drift apart: their own pressure, fill of posts and growth compound
 * separately in the full model, together here.
 * @param model any number of areas, all in one country
 */
export function mergeAreas(model: EngineModel): EngineModel {
  const { areas, occupations, years, services, care } = model
  const points = years + 1
  const every = Array.from({ length: areas }, (_, r) => r)
  const fte = byOccupation(model, (o, r) => baseFte(model, o, r))
  const heads = byOccupation(model, (o, r) => sumCells(model, o, r, () => 1))
  const unadjusted = byOccupation(model, (o, r) =>
    sumCells(model, o, r, (cell) => model.participation[cell]!),
  )
  const leavers = leaversOf(model)
  const weights = areaWeights(model)
  const recruits = byOccupation(model, (o, r) => recruitsFte(model, o, r))
  const filled = recruits.map((open, i) => open * model.fill[i]!)
  const needed = fte.map((value, i) => value * model.needRatio[i]!)
  const people = every.map((r) => care.adults[r * points]!)

  /** Means of [o][r] over r, by weights [o][r]. */
  const mean = (values: Float64Array, weights: Float64Array): Float64Array =>
    collapse(values, areas, (i) => weights[i]!)
  const work = ofAreas(fte, areas)
  const { jobs } = weights
  const hours = Float64Array.from(every, (r) => baseUnpaidHours(model, r))

  return {
    ...model,
    areas: 1,
    regionOfArea: Int32Array.of(0),
    heads: totals(model.heads, areas),
    participationArea: mean(model.participationArea, unadjusted),
    leaveArea: mean(model.leaveArea, leavers),
    residual: alongTime(model.residual, areas, years, (o, r) => heads[o * areas + r]!),
    trainingArea: totals(model.trainingArea, areas),
    internationalArea: totals(model.internationalArea, areas),
    addedArea: totals(model.addedArea, areas),
    returners: totals(model.returners, areas),
    fill: mean(model.fill, recruits),
    // Recruits are FTE over FTE per head, so it is the inverse that averages.
    openFtePerHead: mean(
      model.openFtePerHead.map((value) => 1 / value),
      filled,
    ).map((value) => 1 / value),
    pool: alongTime(model.pool, areas, points, (_, r) => jobs[r]!),
    activity: alongTime(model.activity, areas, points, (v, r) => {
      let weight = 0
      for (let o = 0; o < occupations; o++)
        weight += needed[o * areas + r]! * model.needWeight[o * services + v]!
      return weight
    }),
    needRatio: mean(model.needRatio, fte),
    fundedRatio: mean(model.fundedRatio, fte),
    unmetRatio: mean(model.unmetRatio, fte),
    sickness: mean(model.sickness, work),
    population: alongTime(model.population, areas, points),
    labourForce: alongTime(model.labourForce, areas, points),
    care: {
      ...care,
      needHours: alongTime(care.needHours, areas, points),
      adults: alongTime(care.adults, areas, points),
      heavyShare: collapse(care.heavyShare, areas, (r) => people[r]!),
      womenShare: collapse(care.womenShare, areas, (r) => hours[r]!),
    },
    money: { ...model.money, fixedArea: totals(model.money.fixedArea, areas) },
    effects: model.effects.map((effect) => mergeEffect(effect, weights)),
  }
}

/** An effect on some areas as one on all: their part in what it acts on. */
function mergeEffect(effect: PolicyEffect, { leavers, jobs }: AreaWeights): PolicyEffect {
  if (effect.target !== 'place-leave' && effect.target !== 'place-fill') return effect
  const weights = effect.target === 'place-leave' ? leavers : jobs
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const covered = effect.members.reduce((sum, r) => sum + weights[r]!, 0)
  const share = total > 0 ? covered / total : 0
  return { ...effect, members: Int32Array.of(0), path: effect.path.map((value) => value * share) }
}

/** Leavers of the first year [o][r]. */
const leaversOf = (model: EngineModel): Float64Array =>
  byOccupation(model, (o, r) => sumCells(model, o, r, (cell) => model.hazardLeave[cell]!))

/** [o][r] summed over o. */
function ofAreas(values: Float64Array, areas: number): Float64Array {
  const sums = new Float64Array(areas)
  for (const [i, value] of values.entries()) sums[i % areas]! += value
  return sums
}

const byOccupation = (
  { occupations, areas }: EngineModel,
  of: (o: number, r: number) => number,
): Float64Array =>
  Float64Array.from({ length: occupations * areas }, (_, i) => of(Math.floor(i / areas), i % areas))

/** Heads of an occupation in an area, each weighted by its cell [o][s][a]. */
function sumCells(model: EngineModel, o: number, r: number, weight: (cell: number) => number): number {
  let sum = 0
  for (let cell = o * CELLS; cell < (o + 1) * CELLS; cell++)
    sum += model.heads[cell * model.areas + r]! * weight(cell)
  return sum
}

/** FTE of posts that open recruitment has to fill in the first year: vacancies, and what leavers leave open. */
function recruitsFte(model: EngineModel, o: number, r: number): number {
  const i = o * model.areas + r
  const stay = sumCells(model, o, r, (cell) => {
    const hazard =
      model.hazardLeave[cell]! * model.leaveArea[i]! + model.hazardRetire[cell]! + model.hazardIll[cell]!
    return model.participation[cell]! * exp(-hazard)
  })
  const funded = baseFte(model, o, r) * model.fundedRatio[i]!
  return Math.max(0, funded - stay * model.participationArea[i]!)
}

/** Sums of [...][r] over r. */
function totals(values: Float64Array, areas: number): Float64Array {
  const result = new Float64Array(values.length / areas)
  for (const [i, value] of values.entries()) result[Math.floor(i / areas)]! += value
  return result
}

/** Means of [...][r] over r by weights; plain means where nothing weighs. */
function collapse(values: Float64Array, areas: number, weight: (i: number) => number): Float64Array {
  return Float64Array.from({ length: values.length / areas }, (_, row) => {
    let [sum, weights, plain] = [0, 0, 0]
    for (let i = row * areas; i < (row + 1) * areas; i++) {
      sum += values[i]! * weight(i)
      weights += weight(i)
      plain += values[i]!
    }
    return weights > 0 ? sum / weights : plain / areas
  })
}

/** [...][r][time] without r: means by weights [...][r], or sums where there are none. */
function alongTime(
  values: Float64Array,
  areas: number,
  length: number,
  weight?: (outer: number, r: number) => number,
): Float64Array {
  const rows = values.length / (areas * length)
  const result = new Float64Array(rows * length)
  for (let row = 0; row < rows; row++) {
    const weights = Array.from({ length: areas }, (_, r) => weight?.(row, r) ?? 1)
    const total = weights.reduce((a, b) => a + b, 0)
    for (let r = 0; r < areas; r++) {
      const share = !weight ? 1 : total > 0 ? weights[r]! / total : 1 / areas
      for (let t = 0; t < length; t++)
        result[row * length + t]! += values[(row * areas + r) * length + t]! * share
    }
  }
  return result
}
