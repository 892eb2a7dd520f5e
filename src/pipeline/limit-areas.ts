import { AGES, SEXES } from '../domain/cohort.ts'
import type { EngineModel } from '../domain/engine-model.ts'
import type { PolicyEffect } from '../domain/policy.ts'

/**
 * The same model for some of its areas only. Areas don’t influence one another, so each keeps its figures
 * to the bit.
 * @param areas indices of the areas to keep, ascending
 */
export function limitAreas(model: EngineModel, areas: readonly number[]): EngineModel {
  const last = (values: Float64Array): Float64Array => pick(values, model.areas, areas, 1)
  const points = model.years + 1
  return {
    ...model,
    areas: areas.length,
    regionOfArea: renumbered(areas.map((r) => model.regionOfArea[r]!)),
    heads: pick(model.heads, model.areas, areas, 1, model.occupations * SEXES.length * AGES),
    participationArea: last(model.participationArea),
    leaveArea: last(model.leaveArea),
    trainingArea: last(model.trainingArea),
    internationalArea: last(model.internationalArea),
    returners: last(model.returners),
    fill: last(model.fill),
    openFtePerHead: last(model.openFtePerHead),
    needRatio: last(model.needRatio),
    fundedRatio: last(model.fundedRatio),
    unmetRatio: last(model.unmetRatio),
    sickness: last(model.sickness),
    pool: pick(model.pool, model.areas, areas, points),
    residual: pick(model.residual, model.areas, areas, model.years),
    addedArea: last(model.addedArea),
    population: pick(model.population, model.areas, areas, points),
    labourForce: pick(model.labourForce, model.areas, areas, points),
    care: {
      ...model.care,
      needHours: pick(model.care.needHours, model.areas, areas, points),
      adults: pick(model.care.adults, model.areas, areas, points),
      heavyShare: last(model.care.heavyShare),
      womenShare: last(model.care.womenShare),
    },
    money: { ...model.money, fixedArea: last(model.money.fixedArea) },
    effects: model.effects.flatMap((effect) => limitEffect(effect, areas)),
    activity: pick(model.activity, model.areas, areas, points),
  }
}

/** The effect on the areas kept, by their new numbers; none where it is on others only. */
function limitEffect(effect: PolicyEffect, areas: readonly number[]): PolicyEffect[] {
  if (effect.target !== 'place-leave' && effect.target !== 'place-fill') return [effect]
  const members = [...effect.members].map((r) => areas.indexOf(r)).filter((k) => k >= 0)
  return members.length === 0 ? [] : [{ ...effect, members: Int32Array.from(members) }]
}

/** Regions numbered from 0 without holes, in the same order. */
function renumbered(regions: readonly number[]): Int32Array {
  const kept = [...new Set(regions)].sort((a, b) => a - b)
  return Int32Array.from(regions, (region) => kept.indexOf(region))
}

/** Keeps some areas of an array [outer][area][inner]. */
function pick(
  values: Float64Array,
  areas: number,
  kept: readonly number[],
  inner: number,
  outer = values.length / (areas * inner),
): Float64Array {
  const result = new Float64Array(outer * kept.length * inner)
  for (let i = 0; i < outer; i++)
    for (const [k, r] of kept.entries())
      result.set(
        values.subarray((i * areas + r) * inner, (i * areas + r + 1) * inner),
        (i * kept.length + k) * inner,
      )
  return result
}
