import type { EnsembleRequest } from '../src/domain/ensemble.ts'
import { readInputs } from '../src/pipeline/read-inputs.ts'
import { createAggregation } from '../src/results/aggregation.ts'
import { loadInputFiles } from '../src/storage/load-input-files.ts'

/** The project's own model of England over 20 years, ready to simulate. */
export async function england(draws: number): Promise<EnsembleRequest> {
  const { model, reference } = readInputs(await loadInputFiles('data'), 20)
  return { model, aggregation: createAggregation(reference).aggregation, seed: 1, draws, rollUp: true }
}

/** Cell-updates of a request: cells times years times draws. */
export const cellUpdates = ({ model, draws }: EnsembleRequest): number =>
  model.heads.length * model.years * draws
