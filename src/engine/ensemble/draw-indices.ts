import exp from '@stdlib/math-base-special-exp'
import ln from '@stdlib/math-base-special-ln'
import type { EngineModel } from '../../domain/engine-model.ts'
import { MOST_ATTRITION } from '../limits.ts'
import type { DrawnPath, DrawnPaths } from './draw-paths.ts'

/** Multiplies rows [row][y] by what was drawn for them, in its order; the same array. */
export function multiplied(rows: Float64Array, years: number, drawn: readonly DrawnPath[]): Float64Array {
  for (const { members, values } of drawn)
    for (const row of members) for (let y = 0; y < years; y++) rows[row * years + y]! *= values[y]!
  return rows
}

/**
 * Lets pay relative to outside options act: leaving x pay^-e, filling of posts x pay^e.
 * @param leave multipliers to change [o][y] @param fill the same @param onLeaving exponents [o] @param onFilling the same
 */
export function followPay(
  { occupations, years, payRelative }: EngineModel,
  leave: Float64Array,
  fill: Float64Array,
  onLeaving: Float64Array,
  onFilling: Float64Array,
): void {
  for (let o = 0; o < occupations; o++) {
    if (onLeaving[o] === 0 && onFilling[o] === 0) continue
    for (let i = o * years; i < (o + 1) * years; i++) {
      const pay = ln(payRelative[i]!)
      leave[i]! *= exp(-onLeaving[o]! * pay)
      fill[i]! *= exp(onFilling[o]! * pay)
    }
  }
}

/** Share of a programme's stage lost in each step, before pressure [p][y]. @param strain exponents of placement strain [o] */
export function attritions(model: EngineModel, paths: DrawnPaths, strain: Float64Array): Float64Array {
  const { years, occupations, programmeOccupation } = model
  const ofOccupations = multiplied(
    new Float64Array(occupations * years).fill(1),
    years,
    paths.uncertain('attrition'),
  )
  const effects = multiplied(
    new Float64Array(programmeOccupation.length * years).fill(1),
    years,
    paths.effects('attrition'),
  )
  return model.programmeAttrition.map((share, i) => {
    const o = programmeOccupation[Math.floor(i / years)]!
    const crowding = strain[o] === 0 ? 1 : exp(strain[o]! * ln(model.placementStrain[i]!))
    const lost = share * ofOccupations[o * years + (i % years)]! * effects[i]! * crowding
    return Math.max(0, Math.min(MOST_ATTRITION, lost))
  })
}

/** Growth of services beyond population, and the place between the population variants [v][t]. */
export function serviceIndices(model: EngineModel, paths: DrawnPaths): Float64Array {
  const { services, years } = model
  const points = years + 1
  const growth = shifted(model.growth, years, paths.uncertain('growth'))
  // Where several are given, the last holds.
  const place = paths.uncertain('population').at(-1)?.values[0] ?? 0
  const variant = Math.max(-1, Math.min(1, place))
  const service = new Float64Array(services * points)
  for (let v = 0; v < services; v++) {
    const other = variant >= 0 ? model.activityHigh : model.activityLow
    let index = 1
    for (let t = 0; t < points; t++) {
      if (t > 0) index *= 1 + growth[v * years + t - 1]!
      service[v * points + t] = index * (1 + Math.abs(variant) * (other[v * points + t]! - 1))
    }
  }
  return service
}

/** Productivity and the time technology frees [o][t]. @param freed multipliers on the time freed [o][t] */
export function productivityIndices(
  model: EngineModel,
  paths: DrawnPaths,
  freed: Float64Array,
): Float64Array {
  const { occupations, years } = model
  const points = years + 1
  const gain = shifted(model.productivity, years, paths.uncertain('productivity'))
  const productivity = new Float64Array(occupations * points)
  for (let o = 0; o < occupations; o++) {
    let index = 1
    for (let t = 0; t < points; t++) {
      if (t > 0) index *= 1 + gain[o * years + t - 1]!
      const i = o * points + t
      productivity[i] = index * (1 + model.timeFreed[i]! * freed[i]!)
    }
  }
  return productivity
}

/** Yearly rates with what was drawn for them added [row][y]. */
function shifted(rates: Float64Array, years: number, drawn: readonly DrawnPath[]): Float64Array {
  const values = new Float64Array(rates.length * years)
  for (let row = 0; row < rates.length; row++) values.fill(rates[row]!, row * years, (row + 1) * years)
  for (const path of drawn)
    for (const row of path.members)
      for (let y = 0; y < years; y++) values[row * years + y]! += path.values[y]!
  return values
}

/** Multiplier on unmet need at the base [o]. */
export function unmetFactors(model: EngineModel, paths: DrawnPaths): Float64Array {
  const factors = new Float64Array(model.occupations).fill(1)
  for (const { members, values } of paths.uncertain('unmet'))
    for (const o of members) factors[o]! *= values[0]!
  return factors
}

/** Index of hours of care needed beyond population [t]. @param service indices of services [v][t] */
export function careGrowth(model: EngineModel, paths: DrawnPaths, service: Float64Array): Float64Array {
  const points = model.years + 1
  const followed = [...model.care.growthService]
  const shifts = paths.uncertain('unpaid-growth')
  let own = 1
  return Float64Array.from({ length: points }, (_, t) => {
    if (t > 0) own *= 1 + shifts.reduce((sum, { values }) => sum + values[t - 1]!, 0)
    const sum = followed.reduce((total, v) => total + service[v * points + t]!, 0)
    return own * (followed.length > 0 ? sum / followed.length : 1)
  })
}
