import { coursesOf } from '../assumptions/training.ts'
import type { InputFiles } from '../domain/input-files.ts'
import { readLeverNumbers } from '../levers/read-parameters.ts'
import { LEVERS } from '../levers/registry.ts'
import { createLeverContext, olderPeople } from './lever-context.ts'
import type { PolicyBasis } from './policy-basis.ts'
import type { Inputs } from './read-inputs.ts'

/**
 * Gathers the basis of policies from the inputs of a run.
 * @throws HeadroomError where the numbers of a lever are damaged or missing
 */
export function createPolicyBasis(files: InputFiles, inputs: Inputs): PolicyBasis {
  const { reference, statistics, book, model } = inputs
  const codes = reference.occupations.map(({ code }) => code)
  const { parameters, transfers } = readLeverNumbers(files, LEVERS, book.sources, codes)
  return {
    model,
    context: createLeverContext(files, inputs),
    parameters: parameters.map(({ judgement: _, ...parameter }) => parameter),
    transfers: transfers.map(({ judgement: _, ...rule }) => rule),
    older: olderPeople(statistics, model.baseYear, model.years),
    courses: coursesOf(book),
    weights: null,
  }
}
