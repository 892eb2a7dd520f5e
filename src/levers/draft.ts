import type { IntakeChange, LeverCost, PolicyEffect, Transfer } from '../domain/policy.ts'

/** What a policy is gathered in, in the units and orders of `Policy`. */
export interface PolicyDraft {
  readonly effects: PolicyEffect[]
  readonly intakes: IntakeChange[]
  readonly internationalFactor: Float64Array
  readonly internationalFloor: Float64Array
  readonly internationalCap: Float64Array
  readonly added: Float64Array
  readonly pay: Float64Array
  readonly transfers: Transfer[]
  readonly timeFreed: Float64Array
  readonly timeAtWork: Float64Array
  readonly participation: Float64Array
  readonly costs: LeverCost[]
}

/** A draft that changes nothing. */
export function createDraft(occupations: number, years: number): PolicyDraft {
  const steps = (value: number): Float64Array => new Float64Array(occupations * years).fill(value)
  const points = (value: number): Float64Array => new Float64Array(occupations * (years + 1)).fill(value)
  return {
    effects: [],
    intakes: [],
    internationalFactor: steps(1),
    internationalFloor: steps(0),
    internationalCap: steps(Number.POSITIVE_INFINITY),
    added: steps(0),
    pay: steps(1),
    transfers: [],
    timeFreed: points(0),
    timeAtWork: points(1),
    participation: points(1),
    costs: [],
  }
}
