import { describe, expect, it } from 'vitest'
import { smallModel } from '../../tests/support/small-model.ts'
import type { Policy } from '../domain/policy.ts'
import { applyPolicy } from './apply-policy.ts'

const model = smallModel(7)
const { occupations: O, years: Y, areas: R } = model
const steps = (value: number): Float64Array => new Float64Array(O * Y).fill(value)
const points = (value: number): Float64Array => new Float64Array(O * (Y + 1)).fill(value)
const nothing: Policy = {
  scenario: 'test',
  feedback: true,
  effects: [],
  intakes: [],
  international: { factor: steps(1), floor: steps(0), cap: steps(Number.POSITIVE_INFINITY) },
  added: steps(0),
  pay: steps(1),
  postsPath: points(Number.NaN),
  transfers: [],
  timeFreed: points(0),
  timeAtWork: points(1),
  participation: points(1),
  costs: [],
}
const cost = {
  lever: 'x',
  payer: 'y',
  areas: null,
  perFte: null,
  perHead: null,
  perJoiner: null,
}

describe('applyPolicy', () => {
  it('leaves the model as it is, to the bit, where the policy says nothing', () => {
    expect(applyPolicy(model, nothing, 0.05)).toEqual(model)
  })

  it('multiplies entrants by every factor, then adds', () => {
    const ones = new Float64Array(Y).fill(1)
    const change = { programme: 0, factor: ones.map(() => 1.5), added: new Float64Array(Y) }
    const more = { programme: 0, factor: ones, added: ones.map(() => 10) }
    const { programmeIntake } = applyPolicy(model, { ...nothing, intakes: [more, change] }, 0.05)
    const entries = model.programmeIntake.length / 2
    const history = entries - Y
    expect(programmeIntake[history - 1]).toBe(model.programmeIntake[history - 1])
    expect(programmeIntake[history]).toBeCloseTo(model.programmeIntake[history]! * 1.5 + 10, 9)
    expect(programmeIntake[entries]).toBe(model.programmeIntake[entries])
  })

  it('strains placements where places outgrow the pace that placements can follow', () => {
    const factor = new Float64Array(Y).fill(1.5)
    const intakes = [{ programme: 0, factor, added: new Float64Array(Y) }]
    const { placementStrain } = applyPolicy(model, { ...nothing, intakes }, 0.1)
    const before = model.placementStrain
    // capacity grows by a tenth a year: 1.1, 1.21, … towards one and a half
    expect(placementStrain[0]! / before[0]!).toBeCloseTo(1.5 / 1.1, 9)
    expect(placementStrain[1]! / before[1]!).toBeCloseTo(1.5 / 1.21, 9)
    expect(placementStrain[Y]).toBe(before[Y])
  })

  it('raises pay from the point after the step it is awarded in', () => {
    const pay = steps(1)
    pay[1] = 1.2
    const { payRelative, money } = applyPolicy(model, { ...nothing, pay }, 0.05)
    expect(payRelative[1]! / model.payRelative[1]!).toBeCloseTo(1.2, 12)
    expect(money.payIndex[2]! / model.money.payIndex[2]!).toBeCloseTo(1.2, 12)
    expect(money.payIndex[1]).toBe(model.money.payIndex[1])
  })

  it('shares fixed costs over areas by the pounds and weights of each lever', () => {
    const pounds = new Float64Array(Y + 1).fill(100)
    const [first = 0] = model.money.fixedArea
    const only = new Float64Array(R)
    only[0] = 5
    const costs = [
      { ...cost, fixed: pounds },
      { ...cost, fixed: pounds, areas: only },
    ]
    const { money } = applyPolicy(
      { ...model, money: { ...model.money, policyFixed: new Float64Array(Y + 1) } },
      { ...nothing, costs },
      0.05,
    )
    expect(money.policyFixed[1]).toBe(200)
    expect(money.fixedArea[0]).toBeCloseTo((first + 1) / 2, 12)
    expect(money.fixedArea.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
  })

  it('turns feedback off, and never on', () => {
    expect(applyPolicy(model, { ...nothing, feedback: false }, 0).feedback).toBe(false)
    expect(applyPolicy({ ...model, feedback: false }, nothing, 0).feedback).toBe(false)
  })
})
