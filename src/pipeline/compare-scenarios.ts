import type { Comparison } from '../domain/comparison.ts'
import type { EngineModel } from '../domain/engine-model.ts'
import { DEFAULT_DESIGN, type Design, type Simulate } from '../domain/ensemble.ts'
import { ENGLAND } from '../domain/geography.ts'
import type { InputFiles } from '../domain/input-files.ts'
import { MEASURES } from '../domain/measure.ts'
import { STATISTICS } from '../domain/projection.ts'
import type { Scenario } from '../domain/scenario.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { createAggregation } from '../results/aggregation.ts'
import { decompose, type RunDraws, summarise } from '../results/decompose.ts'
import { changeAssumptions } from './change-assumptions.ts'
import { limitAreas } from './limit-areas.ts'
import { type Inputs, readInputs } from './read-inputs.ts'
import { readScenario } from './read-scenario.ts'
import { resolveScenario } from './read-scenario-inputs.ts'
import { runAreas } from './run-areas.ts'
import { changesBetween } from './scenario-changes.ts'

/** What to compare. */
export interface CompareRequest {
  readonly a: string
  readonly b: string
  /** Code of the area, or null for England. */
  readonly area: string | null
  readonly draws: number
  readonly seed: number
  /** `DEFAULT_DESIGN` unless told. */
  readonly design?: Design
  readonly years: number
  /** Code of a series to compare besides all staff, the sectors and unpaid care; null for none. */
  readonly series: string | null
}

/**
 * Compares two scenarios draw by draw and takes their difference apart: every lever, the rules for posts, the
 * feedback and the changed assumptions of b each alone on top of a, and what they do together.
 * @param simulate where the ensembles run
 * @throws HeadroomError where a scenario, area, series or input is wrong, or the two are the same
 */
export async function compareScenarios(
  files: InputFiles,
  request: CompareRequest,
  simulate: Simulate,
  onProgress?: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<Comparison> {
  const a = readScenario(files, request.a)
  const b = readScenario(files, request.b)
  const changes = changesBetween(a, b)
  if (changes.length === 0) throw new HeadroomError('scenarios-same', { a: request.a, b: request.b })
  const scenarios = [a, b, ...changes.map(({ scenario }) => scenario)]
  const readOnce = inputsByChanges(files, request.years)
  const { reference } = readOnce(a)
  const where = runAreas(reference, request.area ?? ENGLAND)
  const { series, aggregation } = createAggregation(reference)
  const kept = keptSeries(series, request.series)
  const { design = DEFAULT_DESIGN } = request
  const runs: RunDraws[] = []
  for (const [i, scenario] of scenarios.entries()) {
    const { model } = resolveScenario(files, scenario, readOnce(scenario))
    const limited = limitAreas(model, where.kept)
    const keep = { units: [where.skip], series: kept }
    const { values, kept: draws } = await simulate(
      {
        model: limited,
        aggregation,
        seed: request.seed,
        draws: request.draws,
        design,
        rollUp: where.rollUp,
        keep,
      },
      (done, total) => onProgress?.(i * total + done, scenarios.length * total),
      signal,
    )
    if (draws === null) throw new Error('the draws asked for were not kept')
    const centre = centralOf(values, where.skip, kept, series.length, model)
    runs.push({ central: centre, draws: draws.slice() })
  }
  const [first, second, ...alone] = runs as [RunDraws, RunDraws, ...RunDraws[]]
  const { total, parts, interaction } = decompose(first, second, alone)
  const tables = [first, second, total, ...parts, interaction].map(summarise)
  const { baseYear } = readOnce(a).model
  return {
    a: { name: a.name, title: a.title },
    b: { name: b.name, title: b.title },
    area: where.areas[0]!,
    series: kept.map((s) => series[s]!),
    years: Array.from({ length: request.years + 1 }, (_, t) => baseYear + t),
    measures: MEASURES.map(({ code }) => code),
    draws: request.draws,
    seed: request.seed,
    design,
    parts: [
      { kind: 'a', code: 'a', title: a.title },
      { kind: 'b', code: 'b', title: b.title },
      { kind: 'difference', code: 'difference', title: 'Difference' },
      ...changes.map(({ part }) => part),
      { kind: 'interaction', code: 'interaction', title: 'Together beyond each alone' },
    ],
    values: joined(tables),
  }
}

/** Reads the inputs under a scenario’s changed assumptions, once for each set of changes. */
function inputsByChanges(files: InputFiles, years: number): (scenario: Scenario) => Inputs {
  const read = new Map<string, Inputs>()
  return ({ assumptions }) => {
    const key = JSON.stringify(assumptions)
    const inputs = read.get(key) ?? readInputs(changeAssumptions(files, assumptions), years)
    read.set(key, inputs)
    return inputs
  }
}

type Series = ReturnType<typeof createAggregation>['series']

/** Levels of series that are always compared. */
const KEPT_LEVELS: readonly string[] = ['all', 'sector', 'unpaid_care']

/** Indices of the series to compare, ascending. */
function keptSeries(series: Series, wanted: string | null): number[] {
  if (wanted !== null && !series.some(({ code }) => code === wanted))
    throw new HeadroomError('occupation-unknown', { code: wanted })
  return series.flatMap(({ level, code }, s) => (KEPT_LEVELS.includes(level) || code === wanted ? [s] : []))
}

/** The central run of the kept series of one unit [series][year][measure]. */
function centralOf(
  values: Float64Array,
  unit: number,
  kept: readonly number[],
  series: number,
  { years }: EngineModel,
): Float64Array {
  const cells = (years + 1) * MEASURES.length
  const width = STATISTICS.length
  const place = STATISTICS.indexOf('central')
  return Float64Array.from({ length: kept.length * cells }, (_, i) => {
    const s = kept[Math.floor(i / cells)]!
    return values[((unit * series + s) * cells + (i % cells)) * width + place]!
  })
}

function joined(tables: readonly Float64Array[]): Float64Array {
  const width = tables[0]!.length
  const all = new Float64Array(tables.length * width)
  for (const [i, table] of tables.entries()) all.set(table, i * width)
  return all
}
