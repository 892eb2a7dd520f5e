import type { InputFiles } from '../../domain/input-files.ts'
import { changeAssumptions } from '../change-assumptions.ts'
import { createPolicyBasis } from '../create-policy-basis.ts'
import { mergeBasis, type PolicyBasis } from '../policy-basis.ts'
import { readInputs } from '../read-inputs.ts'
import { readScenario } from '../read-scenario.ts'
import type { BasisChange } from './changed-books.ts'
import { differences } from './differences.ts'

/** Both bases of the book as it is. */
export interface Bases {
  readonly england: PolicyBasis
  readonly areas: PolicyBasis
}

/**
 * Works out what the bases differ in under the changes to assumptions of a scenario, everything fitted anew as
 * `headroom project` does it.
 * @throws HeadroomError where the scenario, or the book under its changes, is wrong
 */
export function findBasisChange(files: InputFiles, name: string, { england, areas }: Bases): BasisChange {
  const { years } = areas.model
  const changed = changeAssumptions(files, readScenario(files, name).assumptions)
  const basis = createPolicyBasis(changed, readInputs(changed, years))
  return { england: differences(england, mergeBasis(basis)), areas: differences(areas, basis) }
}
