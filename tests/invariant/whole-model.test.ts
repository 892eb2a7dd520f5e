import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CELLS } from '../../src/domain/cohort.ts'
import type { EngineModel, UncertaintyTarget } from '../../src/domain/engine-model.ts'
import { CENTRAL_DRAW, createDrawFactors } from '../../src/engine/ensemble/draw-factors.ts'
import { type History, simulateDraw, type YearRecord } from '../../src/engine/reference/simulate-draw.ts'
import { everyFeature } from '../support/every-feature.ts'
import { SMALL, smallModel } from '../support/small-model.ts'

const seeds = fc.integer({ min: 0, max: 1_000_000 })
const runs = { numRuns: 8 }

const simulate = (model: EngineModel, seed = 1, draw = CENTRAL_DRAW): History =>
  simulateDraw(model, createDrawFactors(model)(seed, draw))

const fullModel = (seed: number): EngineModel => everyFeature(smallModel(seed), seed)

/** Compares every occupation, area and year of two runs. */
function compare(
  before: History,
  after: History,
  check: (a: YearRecord, b: YearRecord, t: number) => void,
): void {
  for (const [t, year] of before.staff.entries())
    for (const [o, row] of year.entries())
      for (const [r, record] of row.entries()) check(record, after.staff[t]![o]![r]!, t)
}

/** The model with one assumption at a fixed strength and no other on its target. */
const withStrength = (model: EngineModel, target: UncertaintyTarget, value: number): EngineModel => ({
  ...model,
  uncertainty: [
    ...model.uncertainty.filter((factor) => factor.target !== target),
    { id: target, target, members: new Int32Array(0), distribution: { kind: 'point', value }, walk: 0 },
  ],
})

const PRESSURE: readonly UncertaintyTarget[] = [
  'pressure-leave',
  'pressure-sickness',
  'pressure-attrition',
  'care-pool',
]

describe('1. accounting identities of the whole model', () => {
  it('end = start - leavers - moves out + moves in + joiners + residual, and nothing else is negative', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: -1, max: 50 }), (seed, draw) => {
        const { staff, care } = simulate(fullModel(seed), seed, draw)
        for (let t = 1; t < staff.length; t++)
          for (const [o, row] of staff[t]!.entries())
            for (const [r, { residualHeads, ...end }] of row.entries()) {
              const start = staff[t - 1]![o]![r]!.supplyHeads
              const explained =
                start - end.leaversHeads - end.movesOutHeads + end.movesInHeads + end.joinersHeads
              const expected = explained + residualHeads
              expect(Math.abs(end.supplyHeads - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, expected))
              for (const value of Object.values(end)) expect(value).toBeGreaterThanOrEqual(0)
            }
        for (const record of care.flat())
          for (const value of Object.values(record)) expect(value).toBeGreaterThanOrEqual(0)
      }),
      runs,
    )
  })

  it('the residual flow is its share of those who stayed', () => {
    const model = fullModel(3)
    const { staff } = simulate(model)
    for (let t = 1; t < staff.length; t++)
      for (const [o, row] of staff[t]!.entries())
        for (const [r, record] of row.entries()) {
          const start = staff[t - 1]![o]![r]!.supplyHeads
          const share = model.residual[(o * model.areas + r) * model.years + t - 1]!
          const stayed = start - record.leaversHeads - record.movesOutHeads
          expect(record.residualHeads).toBeCloseTo(share * stayed, 9)
        }
  })

  it('work handed over at one FTE for one leaves the sum of need as it was', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const divided = { ...fullModel(seed), transferRate: new Float64Array(3).fill(1) }
        const undivided = { ...divided, transferShare: new Float64Array(divided.transferShare.length) }
        const need = (history: History, t: number): number =>
          history.staff[t]!.flat().reduce((sum, record) => sum + record.needFte, 0)
        const [a, b] = [simulate(divided), simulate(undivided)]
        for (let t = 0; t <= divided.years; t++) expect(need(a, t) / need(b, t)).toBeCloseTo(1, 12)
      }),
      runs,
    )
  })
})

describe('2. closed forms of the whole model', () => {
  it('a pipeline delivers its intake times the stays of the years it was in training', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const base = smallModel(seed)
        const model: EngineModel = {
          ...base,
          programmeAttrition: base.programmeAttrition.map((_, i) => 0.02 * (i + 1)),
          programmeIntake: new Float64Array(base.programmeIntake.length),
          fill: new Float64Array(base.fill.length),
          returners: new Float64Array(base.returners.length),
          international: new Float64Array(base.international.length),
        }
        model.programmeIntake[3 + 1] = 1000 // The first programme's intake of the second step.
        const joined = simulate(model).staff.map((year) =>
          year[0]!.reduce((sum, r) => sum + r.joinersHeads, 0),
        )
        const stays = [2, 3, 4].map(
          (y) => 1 - model.programmeAttrition[y]! * (y === 2 ? model.programmeFirstYear[0]! : 1),
        )
        const expected = 1000 * stays.reduce((a, b) => a * b) * model.programmeJoin[4]!
        expect(joined.slice(0, 5)).toEqual([0, 0, 0, 0, 0])
        expect(joined[5]).toBeCloseTo(expected, 9)
      }),
      runs,
    )
  })

  it('constant joiners through programmes and one exit probability: the stock tends to joiners / probability', () => {
    const base = smallModel(5, { ...SMALL, occupations: 2, areas: 1, regions: 1, years: 25 })
    const zero = (values: Float64Array): Float64Array => new Float64Array(values.length)
    const { staff } = simulate({
      ...base,
      hazardLeave: new Float64Array(2 * CELLS).fill(0.5),
      leaveArea: new Float64Array(2).fill(1),
      hazardRetire: zero(base.hazardRetire),
      hazardIll: zero(base.hazardIll),
      moveHazard: zero(base.moveHazard),
      programmeIntake: zero(base.programmeIntake),
      international: zero(base.international),
      returners: zero(base.returners),
      fill: zero(base.fill),
      added: new Float64Array(2 * 25).fill(100),
    })
    for (const row of staff[25]!) expect(row[0]!.supplyHeads / (100 / (1 - Math.exp(-0.5)))).toBeCloseTo(1, 4)
  })

  it('arrivals from abroad keep to their floor and cap in every draw', () => {
    const model = fullModel(8)
    for (let draw = 0; draw < 40; draw++)
      createDrawFactors(model)(2, draw).international.forEach((heads, i) => {
        expect(heads).toBeGreaterThanOrEqual(model.internationalFloor[i]!)
        expect(heads).toBeLessThanOrEqual(model.internationalCap[i]!)
      })
  })
})

describe('3. monotone in the whole model', () => {
  const check = (
    change: (model: EngineModel) => EngineModel,
    isRight: (before: YearRecord, after: YearRecord) => boolean,
    prepare: (model: EngineModel) => EngineModel = (model) => model,
  ): void => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const model = prepare(fullModel(seed))
        compare(simulate(model), simulate(change(model)), (a, b) => expect(isRight(a, b)).toBe(true))
      }),
      runs,
    )
  }
  const slack = 1e-9
  // Recruits into vacant posts give way to newly trained staff, so the claim is made without them.
  const withoutFill = (model: EngineModel): EngineModel => ({
    ...model,
    fill: new Float64Array(model.fill.length),
  })

  it('more training places never lower a later stock, feedback included', () => {
    check(
      (model) => ({ ...model, programmeIntake: model.programmeIntake.map((value) => value * 1.5) }),
      (a, b) => b.supplyHeads >= a.supplyHeads * (1 - slack),
      withoutFill,
    )
  })

  it('more leaving never raises a stock where neither moves nor open recruitment answer it', () => {
    check(
      (model) => ({ ...model, hazardLeave: model.hazardLeave.map((value) => value * 1.3) }),
      (a, b) => b.supplyHeads <= a.supplyHeads * (1 + slack),
      (model) => ({ ...withoutFill(model), moveHazard: new Float64Array(model.moveHazard.length) }),
    )
  })

  it('more productivity never raises need', () => {
    check(
      (model) => ({ ...model, productivity: model.productivity.map((value) => value + 0.01) }),
      (a, b) => b.needFte <= a.needFte,
    )
  })

  it('better pay never raises leaving at the start', () => {
    const better = (model: EngineModel): EngineModel => ({
      ...model,
      payRelative: model.payRelative.map((pay) => pay * 1.1),
    })
    fc.assert(
      fc.property(seeds, (seed) => {
        const model = fullModel(seed)
        compare(simulate(model), simulate(better(model)), (a, b, t) => {
          if (t === 1) expect(b.leaversHeads).toBeLessThanOrEqual(a.leaversHeads)
        })
      }),
      runs,
    )
  })
})

/** One hazard for all, one occupation, need that grows by a factor a year. */
function oneHazard(growth: number): EngineModel {
  const base = smallModel(5, { ...SMALL, occupations: 1, areas: 1, services: 1, regions: 1 })
  const none = (values: Float64Array): Float64Array => new Float64Array(values.length)
  return {
    ...base,
    hazardLeave: new Float64Array(CELLS).fill(0.2),
    hazardRetire: none(base.hazardRetire),
    hazardIll: none(base.hazardIll),
    moveHazard: none(base.moveHazard),
    fill: none(base.fill),
    activity: base.activity.map((_, t) => growth ** t),
    growth: new Float64Array(1),
    productivity: new Float64Array(1),
    uncertainty: [],
  }
}

/** The hazard that a year's leavers tell of, over the first year's. */
function hazardRatios(model: EngineModel): number[] {
  const { staff } = simulate(model)
  const hazards = staff
    .slice(1)
    .map((year, t) => -Math.log(1 - year[0]![0]!.leaversHeads / staff[t]![0]![0]!.supplyHeads))
  return hazards.map((hazard) => hazard / hazards[0]!)
}

describe('4. the vicious cycle', () => {
  it('as shortage grows leaving rises, a year later, and never past twice', () => {
    const ratios = hazardRatios(withStrength(oneHazard(1.15), 'pressure-leave', 1))
    const { staff } = simulate(oneHazard(1.15))
    expect(ratios[0]).toBe(1)
    for (let y = 1; y < ratios.length; y++) {
      expect(ratios[y]).toBeGreaterThanOrEqual(ratios[y - 1]!)
      expect(ratios[y]).toBeLessThanOrEqual(2 + 1e-12)
    }
    // Up to the first year that pressure can act, the runs are the same: pressure is need per FTE at work.
    const pressure = (t: number): number => staff[t]![0]![0]!.needFte / staff[t]![0]![0]!.fteAtWork
    expect(ratios[1]).toBeCloseTo(Math.min(2, pressure(1) / pressure(0)), 9)
  })

  it('is held at twice and at half', () => {
    expect(hazardRatios(withStrength(oneHazard(100), 'pressure-leave', 1)).at(-1)).toBeCloseTo(2, 9)
    expect(hazardRatios(withStrength(oneHazard(0.01), 'pressure-leave', 1)).at(-1)).toBeCloseTo(0.5, 9)
  })

  it('pressure raises sickness and attrition where they have a strength', () => {
    const calm = oneHazard(1.2)
    const sick = simulate(withStrength(calm, 'pressure-sickness', 1)).staff
    const dropping = simulate(withStrength(calm, 'pressure-attrition', 1)).staff
    const base = simulate(calm).staff
    expect(sick[1]![0]![0]!.fteAtWork).toBe(base[1]![0]![0]!.fteAtWork)
    for (const t of [2, 3, 4, 5]) {
      expect(sick[t]![0]![0]!.fteAtWork).toBeLessThan(base[t]![0]![0]!.fteAtWork)
      expect(dropping[t]![0]![0]!.joinersHeads).toBeLessThan(base[t]![0]![0]!.joinersHeads)
    }
  })

  it('without strength is the same, to the bit, as switched off', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: -1, max: 20 }), (seed, draw) => {
        const model = fullModel(seed)
        const idle = PRESSURE.reduce((changed, target) => withStrength(changed, target, 0), model)
        expect(simulate(idle, seed, draw)).toEqual(simulate({ ...idle, feedback: false }, seed, draw))
      }),
      runs,
    )
  })
})

describe('5. unpaid care', () => {
  it('is what staff at work leave of the need, and rises when they leave', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const model = { ...fullModel(seed), effects: [] }
        const factors = createDrawFactors(model)(1, CENTRAL_DRAW)
        const before = simulateDraw(model, factors)
        const after = simulate({
          ...model,
          hazardLeave: model.hazardLeave.map((hazard) => hazard * 1.5),
          fill: new Float64Array(model.fill.length),
        })
        const calm = simulate({ ...model, fill: new Float64Array(model.fill.length) })
        for (let t = 0; t <= model.years; t++)
          for (let r = 0; r < model.areas; r++) {
            const paid = model.care.formalHours.reduce(
              (sum, hours, o) => sum + hours * before.staff[t]![o]![r]!.fteAtWork,
              0,
            )
            const needed = model.care.needHours[r * (model.years + 1) + t]! * factors.careGrowth[t]!
            expect(before.care[t]![r]!.unpaidHours).toBeCloseTo(Math.max(0, needed - paid), 6)
            const work = (history: History): number =>
              model.care.formalHours.reduce(
                (sum, hours, o) => sum + hours * history.staff[t]![o]![r]!.fteAtWork,
                0,
              )
            if (work(after) < work(calm))
              expect(after.care[t]![r]!.unpaidHours).toBeGreaterThanOrEqual(calm.care[t]![r]!.unpaidHours)
          }
      }),
      runs,
    )
  })

  it('falls on women by their share at the base, and beyond it by the marginal one; on heavy carers by the elasticity', () => {
    const full = fullModel(6)
    const points = full.years + 1
    const care = { ...full.care, adults: full.care.adults.map((_, i) => 100 * (1 + Math.floor(i / points))) }
    const model = { ...full, care }
    const { care: records } = simulate(model)
    for (let t = 0; t <= model.years; t++)
      for (const [r, record] of records[t]!.entries()) {
        const base = records[0]![r]!.unpaidHours
        const women = care.womenShare[r]! * base + care.womenMarginal * (record.unpaidHours - base)
        expect(record.womenHours).toBeCloseTo(Math.min(Math.max(women, 0), record.unpaidHours), 6)
        if (record.unpaidHours === 0 || base === 0) continue
        const heavier = (record.unpaidHours / base) ** care.heavyElasticity
        expect(record.heavyCarers).toBeCloseTo(100 * (1 + r) * care.heavyShare[r]! * heavier, 9)
      }
  })
})

describe('6. policies', () => {
  it('of no strength, or never in force, change no bit', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: -1, max: 20 }), (seed, draw) => {
        const model = fullModel(seed)
        const without = simulate({ ...model, effects: [] }, seed, draw)
        const idle = model.effects.map((effect) => ({
          ...effect,
          strength: { kind: 'point' as const, value: 0 },
        }))
        const never = model.effects.map((effect) => ({ ...effect, path: new Float64Array(model.years) }))
        expect(simulate({ ...model, effects: idle }, seed, draw)).toEqual(without)
        expect(simulate({ ...model, effects: never }, seed, draw)).toEqual(without)
      }),
      runs,
    )
  })
})
