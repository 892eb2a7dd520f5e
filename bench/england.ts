import type { Aggregation, EnsembleRequest } from '../src/domain/ensemble.ts'
import { mergeAreas } from '../src/pipeline/merge-areas.ts'
import { readInputs } from '../src/pipeline/read-inputs.ts'
import { createAggregation } from '../src/results/aggregation.ts'
import { loadInputFiles } from '../src/storage/load-input-files.ts'

/** The project's own model of England over 20 years, ready to simulate. */
export async function england(draws: number): Promise<EnsembleRequest> {
  const { model, reference } = readInputs(await loadInputFiles('data'), 20)
  return { model, aggregation: createAggregation(reference).aggregation, seed: 1, draws, rollUp: true }
}

/** The same with England as one area and a page's choice of series and measures. */
export async function englandAsOne(draws: number): Promise<EnsembleRequest> {
  const request = await england(draws)
  return {
    ...request,
    model: mergeAreas(request.model),
    rollUp: false,
    aggregation: largest(request.aggregation, 4),
    measures: ['supply_fte', 'fte_at_work', 'need_fte', 'funded_fte', 'gap_fte', 'coverage'],
  }
}

/** The first series: everyone, then the sectors. */
function largest({ start, members }: Aggregation, count: number): Aggregation {
  return { start: start.slice(0, count + 1), members: members.slice(0, start[count]) }
}

/** Cell-updates of a request: cells times years times draws. */
export const cellUpdates = ({ model, draws }: EnsembleRequest): number =>
  model.heads.length * model.years * draws
