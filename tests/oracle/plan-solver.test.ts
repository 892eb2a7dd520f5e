import { describe, expect, it } from 'vitest'
import type { EngineModel } from '../../src/domain/engine-model.ts'
import type { PlanLimits, PlanProblem, PlanProjection } from '../../src/domain/plan.ts'
import { CENTRAL_DRAW, createDrawFactors } from '../../src/engine/ensemble/draw-factors.ts'
import { simulateDraw } from '../../src/engine/reference/simulate-draw.ts'
import { planColumns } from '../../src/solver/plan-columns.ts'
import { type SolvedPlan, solvePlan } from '../../src/solver/solve-plan.ts'
import { createSolveWithHighs } from '../../src/threads/solve-with-highs.ts'
import { smallModel } from '../support/small-model.ts'

const YEARS = 4
const ENTRANTS = 10
const CHEAP = 100
const DEAR = 300
const solve = createSolveWithHighs()

const LIMITS: PlanLimits = {
  'discount-rate': 0,
  'places-growth': 0.1,
  'places-step': 20,
  'places-fall': 1,
  'places-floor': 1,
  'arrivals-growth': 0,
  'arrivals-step': 0,
  'arrivals-floor': 1,
  'international-share': 1,
  'international-share-year': 2030,
  'retention-rise': 0,
  'pay-growth': 0,
}

/** One occupation that nobody leaves, and two one-year programmes of ten entrants each that all finish and join. */
function tinyModel(): EngineModel {
  const model = smallModel(1, { occupations: 1, areas: 1, services: 1, years: YEARS, regions: 1 })
  const ones = (values: Float64Array): Float64Array => values.map(() => 1)
  const none = (values: Float64Array): Float64Array => values.map(() => 0)
  return {
    ...model,
    feedback: false,
    participation: ones(model.participation),
    participationArea: ones(model.participationArea),
    hazardLeave: none(model.hazardLeave),
    hazardRetire: none(model.hazardRetire),
    hazardIll: none(model.hazardIll),
    moveFrom: new Int32Array(0),
    moveTo: new Int32Array(0),
    moveHazard: new Float64Array(0),
    residual: none(model.residual),
    returners: none(model.returners),
    fill: none(model.fill),
    international: none(model.international),
    added: none(model.added),
    programmeOccupation: Int32Array.of(0, 0),
    programmeLength: Int32Array.of(1, 1),
    programmeIntake: new Float64Array(2 * (1 + YEARS)).fill(ENTRANTS),
    programmeFirstYear: Float64Array.of(1, 1),
    programmeAttritionBase: Float64Array.of(0, 0),
    programmeAttrition: new Float64Array(2 * YEARS),
    programmeJoin: new Float64Array(2 * YEARS).fill(1),
    placementStrain: new Float64Array(2 * YEARS).fill(1),
    growth: none(model.growth),
    productivity: none(model.productivity),
    uncertainty: [],
  }
}

const model = tinyModel()

/** Places of the two programmes, projected by the plain engine. */
async function project(problem: PlanProblem, values: Float64Array): Promise<PlanProjection> {
  const programmeIntake = model.programmeIntake.slice()
  for (const [c, { index, step }] of problem.columns.entries())
    programmeIntake[index * (1 + YEARS) + 1 + step] = values[c]!
  const changed = { ...model, programmeIntake }
  const draw = createDrawFactors(changed)(1, CENTRAL_DRAW)
  const { staff } = simulateDraw(changed, draw)
  const at = (t: number) => staff[t]![0]![0]!
  return {
    model: changed,
    draw,
    coverage: Float64Array.from(problem.targets, ({ t }) => at(t).fteAtWork / at(t).needFte),
    need: Float64Array.from(problem.targets, ({ t }) => at(t).needFte),
    funded: Float64Array.from(staff, (_, t) => at(t).fundedFte),
    joiners: Float64Array.from({ length: YEARS }, (_, y) => at(y + 1).joinersHeads),
    arrivals: new Float64Array(YEARS),
  }
}

const nobody = new Float64Array(1)

/** The least-cost plan for so many more FTE at the end than “no change” has. */
async function planFor(more: number): Promise<SolvedPlan> {
  const columns = planColumns(model, { firstStep: 1, limits: LIMITS, planned: [], paid: [] })
  const stated: PlanProblem = {
    model,
    columns,
    targets: [{ occupation: 0, t: YEARS, coverage: 1 }],
    limits: LIMITS,
    firstStep: 1,
    studentCost: Float64Array.of(CHEAP, DEAR),
    sparePlacements: Float64Array.of(100, 100),
    placementGrowth: 0,
    arrivalCost: 0,
    retentionEffect: nobody,
    retentionCost: 0,
    retentionLag: 0,
    payOnLeaving: nobody,
    payOnFilling: nobody,
    countStaffPay: false,
  }
  const start = Float64Array.from(columns, ({ base }) => base)
  const unplanned = await project(stated, start)
  const coverage = unplanned.coverage[0]! + more / unplanned.need[0]!
  const problem = { ...stated, targets: [{ occupation: 0, t: YEARS, coverage }] }
  return solvePlan(problem, (values) => project(problem, values), solve, {
    start,
    unplanned,
    tolerance: 1e-9,
    iterations: 10,
    settled: 0,
    round: (values) => values,
  })
}

describe('a plan that can be worked out by hand', () => {
  // Entrants of step 1 join in time and are a year in training: £100. Those of step 2 do so too, but as many
  // enter in step 3, too late to count: £200. Growth allows 31 in step 1: 21 more, the other 9 in step 2.
  it('buys the cheapest places first, as fast as they may grow', async () => {
    const plan = await planFor(30)
    expect(plan.difference).toBeLessThan(1e-9)
    for (const [c, value] of [31, 19, 19, 10, 10, 10].entries()) expect(plan.values[c]).toBeCloseTo(value, 2)
    expect(plan.cost.places).toBeCloseTo(21 * CHEAP + 9 * 2 * CHEAP, 0)
    expect(plan.shortfall[0]).toBe(0)
  })

  it('prices the target and the limit on growth', async () => {
    const { binding } = await planFor(30)
    expect(binding.find(({ kind }) => kind === 'target')?.worth).toBeCloseTo(2 * CHEAP, 4)
    const growth = binding.find(({ kind, index }) => kind === 'places-growth' && index === 0)
    expect(growth?.years).toEqual([1])
    expect(growth?.worth).toBeCloseTo(CHEAP, 4)
  })

  // Four times the base is the most: 40. Step 1 can have 31, step 2 forty, of each programme: 21 + 30 more, twice.
  it('says by how little a target that cannot be met is missed, and what stands in the way', async () => {
    const { shortfall, values, binding } = await planFor(1000)
    expect(shortfall[0]).toBeCloseTo(1000 - 102, 0)
    for (const [c, value] of [31, 40, 40, 31, 40, 40].entries()) expect(values[c]).toBeCloseTo(value, 2)
    const growth = binding.filter(({ kind }) => kind === 'places-growth')
    expect(growth.map(({ index, shortfall: fte }) => [index, Math.round(fte)])).toEqual([
      [0, 1],
      [1, 1],
    ])
  })

  it('never costs less for a higher target', async () => {
    let before = 0
    for (const more of [0, 5, 20, 25, 40, 60, 90, 102]) {
      const { cost, shortfall } = await planFor(more)
      expect(shortfall[0]).toBe(0)
      expect(cost.total).toBeGreaterThanOrEqual(before - 1e-3)
      before = cost.total
    }
    expect(before).toBeGreaterThan(0)
  })

  it('changes nothing where nothing is missing', async () => {
    const { values } = await planFor(-5)
    for (const value of values) expect(value).toBeCloseTo(ENTRANTS, 6)
  })
})
