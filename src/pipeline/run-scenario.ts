import type { Simulate } from '../domain/ensemble.ts'
import type { InputFiles } from '../domain/input-files.ts'
import { MEASURES } from '../domain/measure.ts'
import type { Projection, RunManifest } from '../domain/projection.ts'
import { ensembleOf } from './ensemble-of.ts'
import type { Inputs } from './read-inputs.ts'
import { readScenarioInputs } from './read-scenario-inputs.ts'

/** What to run: the manifest but for what the inputs themselves say. */
export type RunRequest = Omit<RunManifest, 'baseYear'>

/**
 * Projects the workforce: statistics -> base year -> assumptions -> policy -> engine -> results.
 * @param files text of the files under `data/`
 * @param request scenario, area, draws, seed, years and the identity of code and inputs
 * @param simulate where the ensemble runs
 * @throws HeadroomError for an unknown scenario or area, or inputs that are wrong
 */
export async function runScenario(
  files: InputFiles,
  request: RunRequest,
  simulate: Simulate,
  onProgress?: (done: number, total: number) => void,
  signal?: AbortSignal,
  inputs: Pick<Inputs, 'reference' | 'model' | 'findings'> = readScenarioInputs(
    files,
    request.scenario,
    request.years,
  ),
): Promise<Projection> {
  const { model, findings } = inputs
  const { ensemble, series, where } = ensembleOf(inputs, request)
  const { areas, skip } = where
  const { values } = await simulate(ensemble, onProgress, signal)
  const years = Array.from({ length: model.years + 1 }, (_, t) => model.baseYear + t)
  const measures = MEASURES.map(({ code }) => code)
  const row = values.length / (areas.length + skip)
  return {
    manifest: { ...request, baseYear: model.baseYear },
    areas,
    series,
    years,
    measures,
    values: values.subarray(skip * row),
    findings,
  }
}
