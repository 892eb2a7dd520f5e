import type { EnsembleRequest } from '../domain/ensemble.ts'
import { ENGLAND } from '../domain/geography.ts'
import type { RunManifest, SeriesCode } from '../domain/projection.ts'
import { createAggregation } from '../results/aggregation.ts'
import { limitAreas } from './limit-areas.ts'
import type { Inputs } from './read-inputs.ts'
import { type RunAreas, runAreas } from './run-areas.ts'

/** What the engine is asked for a run, and the axes of what it gives back. */
export interface RunEnsemble {
  readonly ensemble: EnsembleRequest
  readonly series: readonly SeriesCode[]
  readonly where: RunAreas
}

/**
 * The ensemble of a run: the same on every machine that reads the same inputs.
 * @param inputs what the run starts from, under its scenario
 * @throws HeadroomError `area-unknown`
 */
export function ensembleOf(
  { reference, model }: Pick<Inputs, 'reference' | 'model'>,
  { area, seed, draws, design }: Pick<RunManifest, 'area' | 'seed' | 'draws' | 'design'>,
): RunEnsemble {
  const { series, aggregation } = createAggregation(reference)
  const where = runAreas(reference, area ?? ENGLAND)
  const { kept, rollUp } = where
  const limited = limitAreas(model, kept)
  return { ensemble: { model: limited, aggregation, seed, draws, design, rollUp }, series, where }
}
