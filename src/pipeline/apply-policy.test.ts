import { describe, expect, it } from 'vitest'
import { smallModel } from '../../tests/support/small-model.ts'
import type { TrainingLoad } from '../assumptions/training.ts'
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

/** A load that says whose entrants it was worked out for. */
const loadOf = (intake: Float64Array): TrainingLoad => ({
  cost: points(intake.reduce((sum, entrants) => sum + entrants, 0)),
  strain: model.placementStrain.map((strain) => strain * 2),
})

describe('applyPolicy', () => {
  it('leaves the model as it is, to the bit, where the policy says nothing', () => {
    expect(applyPolicy(model, nothing, loadOf)).toEqual(model)
  })

  it('multiplies entrants by every factor, then adds', () => {
    const ones = new Float64Array(Y).fill(1)
    const change = { programme: 0, factor: ones.map(() => 1.5), added: new Float64Array(Y) }
    const more = { programme: 0, factor: ones, added: ones.map(() => 10) }
    const { programmeIntake } = applyPolicy(model, { ...nothing, intakes: [more, change] }, loadOf)
    const entries = model.programmeIntake.length / 2
    const history = entries - Y
    expect(programmeIntake[history - 1]).toBe(model.programmeIntake[history - 1])
    expect(programmeIntake[history]).toBeCloseTo(model.programmeIntake[history]! * 1.5 + 10, 9)
    expect(programmeIntake[entries]).toBe(model.programmeIntake[entries])
  })

  it('takes over the cost and the strain of training the new entrants', () => {
    const factor = new Float64Array(Y).fill(1.5)
    const intakes = [{ programme: 0, factor, added: new Float64Array(Y) }]
    const { placementStrain, money, programmeIntake } = applyPolicy(model, { ...nothing, intakes }, loadOf)
    const entrants = programmeIntake.reduce((sum, value) => sum + value, 0)
    expect(placementStrain[0]).toBe(model.placementStrain[0]! * 2)
    expect(money.trainingCost[0]).toBeCloseTo(entrants, 9)
    expect(entrants).toBeGreaterThan(model.programmeIntake.reduce((sum, value) => sum + value, 0))
  })

  it('raises pay from the point after the step it is awarded in', () => {
    const pay = steps(1)
    pay[1] = 1.2
    const { payRelative, money } = applyPolicy(model, { ...nothing, pay }, loadOf)
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
      loadOf,
    )
    expect(money.policyFixed[1]).toBe(200)
    expect(money.fixedArea[0]).toBeCloseTo((first + 1) / 2, 12)
    expect(money.fixedArea.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
  })

  it('turns feedback off, and never on', () => {
    expect(applyPolicy(model, { ...nothing, feedback: false }, loadOf).feedback).toBe(false)
    expect(applyPolicy({ ...model, feedback: false }, nothing, loadOf).feedback).toBe(false)
  })
})
