import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AGES, CELLS } from '../../src/domain/cohort.ts'
import type { EngineModel } from '../../src/domain/engine-model.ts'
import { CENTRAL_DRAW, createDrawFactors } from '../../src/engine/ensemble/draw-factors.ts'
import { simulateDraw, type YearRecord } from '../../src/engine/reference/simulate-draw.ts'
import { smallModel } from '../support/small-model.ts'

const seeds = fc.integer({ min: 0, max: 1_000_000 })
const runs = { numRuns: 25 }

const simulate = (model: EngineModel, seed = 1, draw = CENTRAL_DRAW): YearRecord[][][] =>
  simulateDraw(model, createDrawFactors(model)(seed, draw)).staff

const total = (records: YearRecord[][], pick: (record: YearRecord) => number): number =>
  records.flat().reduce((sum, record) => sum + pick(record), 0)

/** Every flow off: nobody leaves, moves or joins. */
function still(model: EngineModel): EngineModel {
  const zero = (values: Float64Array): Float64Array => new Float64Array(values.length)
  return {
    ...model,
    hazardLeave: zero(model.hazardLeave),
    hazardRetire: zero(model.hazardRetire),
    hazardIll: zero(model.hazardIll),
    moveHazard: zero(model.moveHazard),
    programmeIntake: zero(model.programmeIntake),
    international: zero(model.international),
    returners: zero(model.returners),
    fill: zero(model.fill),
  }
}

describe('1. accounting identities', () => {
  it('end = start - leavers - moves out + moves in + joiners in every occupation, area and year', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: -1, max: 50 }), (seed, draw) => {
        const records = simulate(smallModel(seed), seed, draw)
        for (let t = 1; t < records.length; t++)
          for (const [o, row] of records[t]!.entries())
            for (const [r, end] of row.entries()) {
              const start = records[t - 1]![o]![r]!.supplyHeads
              const expected =
                start - end.leaversHeads - end.movesOutHeads + end.movesInHeads + end.joinersHeads
              expect(Math.abs(end.supplyHeads - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, expected))
              for (const value of Object.values(end)) expect(value).toBeGreaterThanOrEqual(0)
            }
      }),
      runs,
    )
  })

  it('moves between occupations sum to zero', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const year of simulate(smallModel(seed)).slice(1))
          expect(total(year, (r) => r.movesInHeads)).toBeCloseTo(
            total(year, (r) => r.movesOutHeads),
            9,
          )
      }),
      runs,
    )
  })
})

describe('2. closed forms', () => {
  it('no flows: the same people', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const records = simulate(still(smallModel(seed)))
        const start = total(records[0]!, (r) => r.supplyHeads)
        for (const year of records) expect(total(year, (r) => r.supplyHeads)).toBeCloseTo(start, 7)
      }),
      runs,
    )
  })

  it('no flows: everyone grows older, so participation by age alone moves FTE', () => {
    const model = still(smallModel(3))
    const participation = new Float64Array(model.participation.length)
    // Only those aged 20 and over count, so after four years everyone does.
    for (let c = 0; c < participation.length; c++) participation[c] = c % AGES >= 4 ? 1 : 0
    const records = simulate({
      ...model,
      participation,
      participationArea: model.participationArea.map(() => 1),
    })
    expect(total(records[0]!, (r) => r.supplyFte)).toBeLessThan(total(records[0]!, (r) => r.supplyHeads) - 1)
    expect(total(records[4]!, (r) => r.supplyFte)).toBeCloseTo(
      total(records[4]!, (r) => r.supplyHeads),
      7,
    )
  })

  it('constant joiners and one exit probability: the stock tends to joiners / probability', () => {
    const model = still(smallModel(5, { occupations: 2, areas: 1, services: 1, years: 25, regions: 1 }))
    const hazard = 0.5
    const records = simulate({
      ...model,
      hazardLeave: new Float64Array(2 * CELLS).fill(hazard),
      leaveArea: new Float64Array(2).fill(1),
      returners: new Float64Array(2).fill(100),
    })
    const probability = 1 - Math.exp(-hazard)
    // Joiners arrive at the year end and face their first exits a year later: the stock is J / p.
    for (const row of records[25]!) expect(row[0]!.supplyHeads / (100 / probability)).toBeCloseTo(1, 4)
  })

  it('a new intake reaches the workforce after the programme’s length, less attrition and non-joiners', () => {
    const model = still(smallModel(9))
    const programmeIntake = new Float64Array(model.programmeIntake.length)
    const entries = programmeIntake.length / 2
    programmeIntake[3] = 1000 // The first programme's intake of the first step; it lasts three years.
    const records = simulate({ ...model, programmeIntake })
    const stay = 1 - model.programmeAttritionBase[0]!
    const first = 1 - model.programmeAttritionBase[0]! * model.programmeFirstYear[0]!
    const joined = (t: number): number =>
      records[t]![0]!.reduce((sum, record) => sum + record.joinersHeads, 0)
    expect(entries).toBe(3 + model.years)
    expect([joined(1), joined(2), joined(3)]).toEqual([0, 0, 0])
    expect(joined(4)).toBeCloseTo(1000 * first * stay * stay * model.programmeJoin[0]!, 9)
    expect(joined(5)).toBe(0)
  })
})

describe('3. monotone', () => {
  const compare = (
    change: (model: EngineModel) => EngineModel,
    pick: (record: YearRecord) => number,
    isRight: (before: number, after: number) => boolean,
    prepare: (model: EngineModel) => EngineModel = (model) => model,
  ): void => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const model = prepare(smallModel(seed))
        const before = simulate(model)
        const after = simulate(change(model))
        for (let t = 0; t < before.length; t++)
          for (const [o, row] of before[t]!.entries())
            for (const [r, record] of row.entries())
              expect(isRight(pick(record), pick(after[t]![o]![r]!))).toBe(true)
      }),
      runs,
    )
  }
  const slack = 1e-9

  // Recruits into vacant posts give way to newly trained staff, so the claim is made without them.
  it('more training places never lower a later stock of roles that posts do not drive', () => {
    compare(
      (model) => ({ ...model, programmeIntake: model.programmeIntake.map((value) => value * 1.5) }),
      (record) => record.supplyHeads,
      (before, after) => after >= before * (1 - slack),
      (model) => ({ ...model, fill: new Float64Array(model.fill.length) }),
    )
  })

  it('more leaving never raises a stock where neither moves nor open recruitment answer it', () => {
    compare(
      (model) => ({ ...model, hazardLeave: model.hazardLeave.map((value) => value * 1.3) }),
      (record) => record.supplyHeads,
      (before, after) => after <= before * (1 + slack),
      withoutAnswers,
    )
  })

  it('more productivity never raises need', () => {
    compare(
      (model) => ({ ...model, productivity: model.productivity.map((value) => value + 0.01) }),
      (record) => record.needFte,
      (before, after) => after <= before,
    )
  })
})

const withoutAnswers = (model: EngineModel): EngineModel => ({
  ...model,
  moveHazard: new Float64Array(model.moveHazard.length),
  fill: new Float64Array(model.fill.length),
})
