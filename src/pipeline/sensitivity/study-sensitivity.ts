import type { EngineModel } from '../../domain/engine-model.ts'
import type { Simulate } from '../../domain/ensemble.ts'
import { ENGLAND } from '../../domain/geography.ts'
import type { InputFiles } from '../../domain/input-files.ts'
import type { Sensitivity, SensitivityRequest } from '../../domain/sensitivity.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { limitAreas } from '../limit-areas.ts'
import { mergeAreas } from '../merge-areas.ts'
import { readReference } from '../read-reference.ts'
import { readScenario } from '../read-scenario.ts'
import { readScenarioInputs } from '../read-scenario-inputs.ts'
import { runAreas } from '../run-areas.ts'
import { assumptionGroups } from './assumption-groups.ts'
import { type ChosenOutputs, chooseOutputs } from './choose-outputs.ts'
import { type SampledOutput, type Sampler, samplePlain } from './sample-model.ts'
import { studyModel, studyRuns } from './study-model.ts'
import { type OptionRun, valueDecision } from './value-decision.ts'

/** Most draws of each group alone. */
const ALONE = 128
/** Draws of each scenario that a decision rests on. */
const DECIDING = 2048

/** Where a study runs. */
export interface StudyEngine {
  readonly simulate: Simulate
  /** Ensembles of one area under way at once; the numbers don't depend on it. */
  readonly parallel: number
}

/**
 * Studies which assumptions matter: Sobol' indices of groups of assumptions by a Saltelli design, each group
 * alone with all else at its centre, and, where scenarios are given to choose among, what knowing each group
 * would be worth. Areas are taken as one (`mergeAreas`).
 * @throws HeadroomError for an unknown scenario, area, series or measure, a year outside the run, or inputs that
 *   are wrong
 */
export async function studySensitivity(
  files: InputFiles,
  request: SensitivityRequest,
  { simulate, parallel }: StudyEngine,
  onProgress?: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<Sensitivity> {
  const { scenario, years, seed, base } = request
  const reference = readReference(files)
  const where = runAreas(reference, request.area ?? ENGLAND)
  const chosen = chooseOutputs(reference, request)
  const names = chooseScenarios(files, request, chosen)
  const inputs = readScenarioInputs(files, scenario, years)
  const { book } = inputs
  const asOne = (model: EngineModel): EngineModel => mergeAreas(limitAreas(model, where.kept))
  const model = asOne(inputs.model)
  const t = timeOf(request.year, model)
  const sampler: Sampler = { ...chosen, model, t, seed, simulate, parallel, signal }
  const grouped = assumptionGroups(model, book)
  const plan = { base, alone: Math.min(ALONE, base) }
  const studied = studyRuns(grouped, plan)
  const runs = studied + names.length * DECIDING
  const influences = await studyModel(sampler, grouped, plan, (done) => onProgress?.(done, runs))

  const options: OptionRun[] = []
  for (const name of names) {
    const own = name === scenario ? inputs : readScenarioInputs(files, name, years)
    const decisive: Sampler = { ...sampler, model: asOne(own.model), outputs: DECISIVE }
    const before = studied + options.length * DECIDING
    const [gap, cost] = await samplePlain(decisive, DECIDING, (share) =>
      onProgress?.(before + share * DECIDING, runs),
    )
    options.push({ name, title: own.scenario.title, model: decisive.model, gap: gap!, cost: cost! })
  }
  onProgress?.(runs, runs)
  const value = request.value ?? book.decisionValue.value
  return {
    scenario,
    area: where.areas[0]!,
    year: model.baseYear + t,
    seed,
    ...plan,
    runs,
    groups: grouped.groups,
    outputs: influences.map((influence, k) => ({ ...chosen.named[k]!, ...influence })),
    decision: options.length === 0 ? null : valueDecision(options, book, { t, seed, value }),
  }
}

/**
 * Names of the scenarios to choose among, each once; none where there is no choice.
 * @throws HeadroomError for a single one, one that there isn't, or a series whose gap can't be counted in staff
 */
function chooseScenarios(
  files: InputFiles,
  { decide }: SensitivityRequest,
  { named }: ChosenOutputs,
): string[] {
  const names = [...new Set(decide)]
  if (names.length === 0) return names
  if (names.length === 1) throw new HeadroomError('decision-one', { found: names[0]! })
  const { series } = named[0]!
  if (series.level === 'unpaid_care')
    throw new HeadroomError('measure-not-of-series', { measure: 'gap_fte', series: series.name })
  for (const name of names) readScenario(files, name)
  return names
}

/** Net benefit is of the first series, the one asked for. */
const DECISIVE: readonly SampledOutput[] = [
  { series: 0, measure: 'gap_fte' },
  { series: 0, measure: 'net_cost' },
]

/** The point in time of a year; the last where none is given. @throws HeadroomError `year-out-of-range` */
function timeOf(year: number | null, { baseYear, years }: EngineModel): number {
  if (year === null) return years
  const [first, last] = [baseYear + 1, baseYear + years]
  if (year < first || year > last) throw new HeadroomError('year-out-of-range', { year, first, last })
  return year - baseYear
}
