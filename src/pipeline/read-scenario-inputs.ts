import { studentsOf, type TrainingLoad, trainingLoad } from '../assumptions/training.ts'
import type { InputFiles } from '../domain/input-files.ts'
import type { Policy } from '../domain/policy.ts'
import type { Scenario, ScenarioPlace } from '../domain/scenario.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { createPolicy } from '../levers/create-policy.ts'
import { OFF_THE_LIST } from '../levers/international-recruitment.ts'
import type { LeverContext, ScopeKind } from '../levers/lever.ts'
import { nearest } from '../levers/nearest.ts'
import type { LeverNumbers } from '../levers/numbers.ts'
import { readLeverNumbers } from '../levers/read-parameters.ts'
import { LEVERS } from '../levers/registry.ts'
import { applyPolicy } from './apply-policy.ts'
import { changeAssumptions } from './change-assumptions.ts'
import { createLeverContext, olderPeople } from './lever-context.ts'
import { type Inputs, readInputs } from './read-inputs.ts'
import { readScenario } from './read-scenario.ts'

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
  const { reference, statistics, book, model } = inputs
  const codes = reference.occupations.map(({ code }) => code)
  const numbers = readLeverNumbers(files, LEVERS, book.sources, codes)
  const context = createLeverContext(files, inputs)
  checkScopes(scenario, context, numbers)
  const older = olderPeople(statistics, model.baseYear, model.years)
  const policy = createPolicy(scenario, LEVERS, context, numbers, older)
  const placementGrowth = numbers.parameter('training-places', 'placement_growth').value
  const loadOf = (intake: Float64Array): TrainingLoad =>
    trainingLoad(book, { ...studentsOf(model), intake }, model.years, placementGrowth)
  return { ...inputs, scenario, policy, model: applyPolicy(model, policy, loadOf) }
}

/** Refuses settings and posts for staff, programmes, transfers or kinds that there are not. */
function checkScopes(scenario: Scenario, context: LeverContext, numbers: LeverNumbers): void {
  const staff = [
    'all',
    ...new Set(context.occupations.flatMap(({ sector, staffGroup, code }) => [sector, staffGroup, code])),
  ]
  const allowed = (kind: ScopeKind): readonly string[] => {
    if (kind === 'none') return ['all']
    if (kind === 'staff') return staff
    if (kind === 'programmes') return ['all', ...context.programmes.map(({ code }) => code)]
    if (kind === 'arrivals') return [...staff, OFF_THE_LIST, ...context.origins.keys()]
    return kind === 'transfers' ? ['all', ...numbers.transfers.map(({ code }) => code)] : kind
  }
  for (const { code, scope: kind } of LEVERS)
    for (const { scope, place } of scenario.levers.get(code) ?? [])
      refuseUnknown(scope, allowed(kind), { ...place, path: `${place.path}.for` })
  for (const scope of scenario.establishment.keys())
    refuseUnknown(scope, staff, { file: `data/${scenario.file}`, path: 'establishment' })
}

function refuseUnknown(scope: string, allowed: readonly string[], { file, path }: ScenarioPlace): void {
  if (allowed.includes(scope)) return
  const near = nearest(scope, allowed)
  const list = allowed.length > MOST_LISTED ? `${near ?? allowed[0]} or another code` : allowed.join(', ')
  const found = scope === 'all' ? 'nothing' : scope
  throw new HeadroomError('scenario-value', { file, path, expected: `one of ${list}`, found })
}

/** Codes that a message can list and stay readable. */
const MOST_LISTED = 12
