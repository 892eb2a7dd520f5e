import type { InputFiles } from '../domain/input-files.ts'
import type { Policy } from '../domain/policy.ts'
import type { Scenario } from '../domain/scenario.ts'
import { changeAssumptions } from './change-assumptions.ts'
import { createPolicyBasis } from './create-policy-basis.ts'
import { type Inputs, readInputs } from './read-inputs.ts'
import { readScenario } from './read-scenario.ts'
import { resolvePolicy } from './resolve-policy.ts'

/** Everything a run of a scenario starts from. `model` is the model under the scenario’s policy. */
export interface ScenarioInputs extends Inputs {
  readonly scenario: Scenario
  readonly policy: Policy
}

/**
 * Reads the data folder and a scenario, and resolves the model under it.
 * @param files text of the files under `data/` @param name of the scenario @param years steps to project
 * @throws HeadroomError where a file or the scenario is wrong
 */
export function readScenarioInputs(files: InputFiles, name: string, years: number): ScenarioInputs {
  const scenario = readScenario(files, name)
  return resolveScenario(files, scenario, readInputs(changeAssumptions(files, scenario.assumptions), years))
}

/**
 * Resolves the model under a scenario whose changes to assumptions are already in the inputs.
 * @throws HeadroomError where a lever is set for staff, programmes or kinds that there are not
 */
export function resolveScenario(files: InputFiles, scenario: Scenario, inputs: Inputs): ScenarioInputs {
  return { ...inputs, scenario, ...resolvePolicy(scenario, createPolicyBasis(files, inputs)) }
}
