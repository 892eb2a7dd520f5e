import exp from '@stdlib/math-base-special-exp'
import type { DrawFactors } from '../../domain/draw-factors.ts'
import type { EngineModel, UncertainFactor, UncertaintyTarget } from '../../domain/engine-model.ts'
import { distributionCentre, distributionQuantile } from '../../stats/distribution.ts'
import { fnv1a } from '../../stats/fnv.ts'
import { normalQuantile } from '../../stats/normal-quantile.ts'
import { uniform } from '../../stats/threefry.ts'
import { completers } from '../training/completers.ts'

/** The draw index that stands for the central run: every assumption at its centre, no walks. */
export const CENTRAL_DRAW = -1

/**
 * Prepares draws of a model’s uncertain assumptions.
 * Draw i depends on (seed, i) and the assumptions’ ids alone: not on the number of draws, their order
 * or the thread. Steps are numbered from 0; growth in year t compounds the t steps before it.
 * @returns a function of seed (0 to 2^32 - 1) and draw (0 or more, or `CENTRAL_DRAW`)
 */
export function createDrawFactors(model: EngineModel): (seed: number, draw: number) => DrawFactors {
  const { years, occupations, services, areas } = model
  const joiners = trainingJoiners(model)
  const everyOccupation = Int32Array.from({ length: occupations }, (_, o) => o)
  const factors = model.uncertainty.map((factor) => ({ factor, word: fnv1a(factor.id) }))

  return (seed, draw) => {
    /** Value of a factor in each step: its draw, with the walk added on its own scale. */
    const path = (factor: UncertainFactor, word: number): Float64Array => {
      const values = new Float64Array(years)
      if (draw === CENTRAL_DRAW) return values.fill(distributionCentre(factor.distribution))
      const start = distributionQuantile(factor.distribution, uniform(seed, draw, word, 0))
      let walk = 0
      for (let y = 0; y < years; y++) {
        if (factor.walk > 0) walk += factor.walk * normalQuantile(uniform(seed, draw, word, y + 1))
        values[y] = isShift(factor.target) ? start + walk : start * exp(walk)
      }
      return values
    }
    const perOccupation = (): Float64Array => new Float64Array(occupations * years).fill(1)
    const leave = perOccupation()
    const retire = perOccupation()
    const ill = perOccupation()
    const training = perOccupation()
    const international = perOccupation()
    const returning = perOccupation()
    const fill = perOccupation()
    const byOccupation: Partial<Record<UncertaintyTarget, Float64Array>> = {
      leave,
      retire,
      ill,
      training,
      international,
      return: returning,
      fill,
    }
    const move = new Float64Array(years).fill(1)
    const sickness = new Float64Array(years).fill(1)
    const unmet = new Float64Array(occupations).fill(1)
    const growth = new Float64Array(services * years)
    const gain = new Float64Array(occupations * years)
    for (let v = 0; v < services; v++) growth.fill(model.growth[v]!, v * years, (v + 1) * years)
    for (let o = 0; o < occupations; o++) gain.fill(model.productivity[o]!, o * years, (o + 1) * years)
    let variant = 0

    for (const { factor, word } of factors) {
      const values = path(factor, word)
      const members = factor.members.length > 0 ? factor.members : everyOccupation
      const table = byOccupation[factor.target]
      if (table) for (const o of members) for (let y = 0; y < years; y++) table[o * years + y]! *= values[y]!
      else if (factor.target === 'growth')
        for (const v of factor.members) for (let y = 0; y < years; y++) growth[v * years + y]! += values[y]!
      else if (factor.target === 'productivity')
        for (const o of members) for (let y = 0; y < years; y++) gain[o * years + y]! += values[y]!
      else if (factor.target === 'unmet') for (const o of members) unmet[o]! *= values[0]!
      else if (factor.target === 'population') variant = Math.max(-1, Math.min(1, values[0]!))
      else {
        const yearly = factor.target === 'move' ? move : sickness
        for (let y = 0; y < years; y++) yearly[y]! *= values[y]!
      }
    }
    for (let i = 0; i < training.length; i++) {
      training[i]! *= joiners[i]!
      international[i]! *= model.international[i]!
    }

    const points = years + 1
    const service = new Float64Array(services * points)
    for (let v = 0; v < services; v++) {
      const other = variant >= 0 ? model.activityHigh : model.activityLow
      let index = 1
      for (let t = 0; t < points; t++) {
        if (t > 0) index *= 1 + growth[v * years + t - 1]!
        service[v * points + t] = index * (1 + Math.abs(variant) * (other[v * points + t]! - 1))
      }
    }
    const productivity = new Float64Array(occupations * points)
    for (let o = 0; o < occupations; o++) {
      let index = 1
      for (let t = 0; t < points; t++) {
        if (t > 0) index *= 1 + gain[o * years + t - 1]!
        productivity[o * points + t] = index
      }
    }
    const attendance = new Float64Array(areas * points)
    for (let r = 0; r < areas; r++) {
      const base = model.sickness[r]!
      for (let t = 0; t < points; t++) {
        const rate = t === 0 ? base : Math.min(MOST_SICKNESS, base * sickness[t - 1]!)
        attendance[r * points + t] = (1 - rate) / (1 - base)
      }
    }
    return {
      leave,
      retire,
      ill,
      move,
      training,
      international,
      returning,
      fill,
      service,
      productivity,
      unmet,
      attendance,
    }
  }
}

/** No draw lets more than half of all days be lost: keeps attendance positive under any assumption. */
const MOST_SICKNESS = 0.5

const isShift = (target: UncertaintyTarget): boolean =>
  target === 'growth' || target === 'productivity' || target === 'population'

/** Heads who complete a programme and join, nationally, before uncertainty [o][y]. */
function trainingJoiners(model: EngineModel): Float64Array {
  const { years, occupations } = model
  const joiners = new Float64Array(occupations * years)
  const programmes = model.programmeOccupation.length
  const entries = programmes > 0 ? model.programmeIntake.length / programmes : 0
  for (let p = 0; p < programmes; p++) {
    const length = model.programmeLength[p]!
    const history = entries - years
    // Intakes are stored with the longest programme’s history in front; a shorter one starts later in it.
    const intake = model.programmeIntake.subarray(p * entries + history - length, (p + 1) * entries)
    const finished = completers(intake, length, model.programmeAttritionBase[p]!, years)
    const o = model.programmeOccupation[p]!
    for (let y = 0; y < years; y++)
      joiners[o * years + y]! += finished[y]! * model.programmeJoin[p * years + y]!
  }
  return joiners
}
