import { CELLS } from '../domain/cohort.ts'
import type { PlanColumn, PlanProblem, PlanProjection } from '../domain/plan.ts'
import { type CentralPath, centralPath } from './central-path.ts'
import { type Gradient, gradient } from './gradient.ts'
import { studentsPerEntrant } from './training.ts'

/** What a unit more of each column does, to first order about a projection. */
export interface PlanEffects {
  /** FTE at work at each target [target][column]. */
  readonly supply: readonly Float64Array[]
  /** Discounted pounds: of the lever itself, and of the pay of staff it adds [column]. */
  readonly ownCost: Float64Array
  readonly staffPay: Float64Array
  /** Heads who join by training in the step `joinStep` of a column of places; 0 for the others [column]. */
  readonly joiners: Float64Array
  /** -1 where they join after the last step [column]. */
  readonly joinStep: Int32Array
}

/** @param values of the columns that the projection is of */
export function planEffects(
  problem: PlanProblem,
  projection: PlanProjection,
  values: Float64Array,
): PlanEffects {
  const { columns, targets, model, countStaffPay } = problem
  const path = centralPath(projection.model, projection.draw, projection.funded)
  const effect = (found: Gradient): Float64Array =>
    Float64Array.from(columns, (column, c) => columnEffect(problem, path, found, column, values[c]!))
  const only = (o: number, weight: number): Float64Array =>
    Float64Array.from({ length: model.occupations }, (_, other) => (other === o ? weight : 0))
  const discount = discounts(problem)
  const staffPay = (t: number): Float64Array =>
    Float64Array.from({ length: model.occupations }, (_, o) => discount[t]! * payOf(path, o, t))
  const joins = columns.map(({ lever, index, step }) => {
    const end = lever === 'places' ? step + model.programmeLength[index]! : model.years
    return end < model.years ? end : -1
  })
  return {
    supply: targets.map(({ occupation, t }) => {
      const work = path.workPerFte[occupation * (model.years + 1) + t]!
      return effect(gradient(path, (point) => (point === t ? only(occupation, work) : null), t))
    }),
    ownCost: Float64Array.from(columns, (column, c) => ownCost(problem, path, discount, column, values[c]!)),
    staffPay: countStaffPay ? effect(gradient(path, staffPay)) : new Float64Array(columns.length),
    joiners: Float64Array.from(columns, ({ index, step }, c) =>
      joins[c]! >= 0 ? path.training.joinersPerEntrant(index, step) : 0,
    ),
    joinStep: Int32Array.from(joins),
  }
}

/** Present value at the base of a pound at each point in time [t]. */
export function discounts({ model, limits }: PlanProblem): Float64Array {
  const factors = new Float64Array(model.years + 1).fill(1)
  for (let t = 1; t <= model.years; t++) factors[t] = factors[t - 1]! / (1 + limits['discount-rate'])
  return factors
}

/** What a unit of a column adds to the sum that a gradient is of. */
function columnEffect(
  { model, retentionEffect, retentionLag, payOnLeaving, payOnFilling }: PlanProblem,
  { training, draw }: CentralPath,
  found: Gradient,
  { lever, index, step }: PlanColumn,
  value: number,
): number {
  const { years } = model
  if (lever === 'places') {
    const end = step + model.programmeLength[index]!
    const at = model.programmeOccupation[index]! * years + end
    return end < years ? training.joinersPerEntrant(index, step) * found.training[at]! : 0
  }
  const at = index * years + step
  if (lever === 'arrivals')
    // Where a draw is held at its limits, more in the middle bring no more.
    return draw.international[at]! > 0 ? found.arrivals[at]! * model.internationalArea[index]! : 0
  if (lever === 'retention') {
    const felt = step + retentionLag
    return felt < years ? retentionEffect[index]! * found.leaving[index * years + felt]! : 0
  }
  let sum = 0
  for (let y = step; y < years; y++)
    sum +=
      payOnFilling[index]! * found.filling[index * years + y]! -
      payOnLeaving[index]! * found.leaving[index * years + y]!
  return sum / (1 + value)
}

function ownCost(
  { model, studentCost, arrivalCost, retentionCost }: PlanProblem,
  path: CentralPath,
  discount: Float64Array,
  { lever, index, step }: PlanColumn,
  value: number,
): number {
  const { years } = model
  if (lever === 'arrivals') return arrivalCost * discount[step + 1]!
  if (lever === 'retention') return retentionCost * headsOf(path, index, step + 1) * discount[step + 1]!
  let cost = 0
  if (lever === 'places') {
    for (const [k, students] of studentsPerEntrant(model, index).entries())
      if (step + 1 + k <= years) cost += students * studentCost[index]! * discount[step + 1 + k]!
    return cost
  }
  for (let t = step + 1; t <= years; t++) cost += discount[t]! * payOf(path, index, t) * fteOf(path, index, t)
  return cost / (1 + value)
}

/** Pounds a year for an FTE; 0 where pay isn't known. */
function payOf({ model }: CentralPath, o: number, t: number): number {
  const pay = model.money.payPerFte[o]! * model.money.payIndex[o * (model.years + 1) + t]!
  return Number.isNaN(pay) ? 0 : pay
}

function headsOf(path: CentralPath, o: number, t: number): number {
  const cells = CELLS
  return path.heads[t]!.subarray(o * cells, (o + 1) * cells).reduce((sum, heads) => sum + heads, 0)
}

function fteOf(path: CentralPath, o: number, t: number): number {
  const cells = CELLS
  const { model, draw } = path
  let fte = 0
  for (let i = o * cells; i < (o + 1) * cells; i++) fte += path.heads[t]![i]! * model.participation[i]!
  return fte * model.participationArea[o]! * draw.participation[o * (model.years + 1) + t]!
}
