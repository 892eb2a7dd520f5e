import { studentsOf, type TrainingLoad, trainingLoad } from '../assumptions/training.ts'
import type { EngineModel } from '../domain/engine-model.ts'
import type { Policy } from '../domain/policy.ts'
import type { Scenario } from '../domain/scenario.ts'
import { createPolicy } from '../levers/create-policy.ts'
import { LEVERS } from '../levers/registry.ts'
import { applyPolicy } from './apply-policy.ts'
import { checkScopes } from './check-scopes.ts'
import { mergePolicy } from './merge-areas.ts'
import { numbersOf, type PolicyBasis } from './policy-basis.ts'

/** A policy and the model under it. */
export interface ResolvedPolicy {
  readonly policy: Policy
  readonly model: EngineModel
}

/**
 * Resolves a scenario’s levers, rules for posts and feedback on a basis. Changes to assumptions are in the
 * basis already, or left out. Where the basis has England as one area, effects on some areas are weighed.
 * @throws HeadroomError `scenario-value` where a lever is set for staff, programmes or kinds that there are not
 */
export function resolvePolicy(scenario: Scenario, basis: PolicyBasis): ResolvedPolicy {
  const { model, context, older, courses, weights } = basis
  const numbers = numbersOf(basis)
  checkScopes(scenario, context, numbers)
  const found = createPolicy(scenario, LEVERS, context, numbers, older)
  const policy = weights ? mergePolicy(found, weights) : found
  const placementGrowth = numbers.parameter('training-places', 'placement_growth').value
  const loadOf = (intake: Float64Array): TrainingLoad =>
    trainingLoad(courses, { ...studentsOf(model), intake }, model.years, placementGrowth)
  return { policy, model: applyPolicy(model, policy, loadOf) }
}
