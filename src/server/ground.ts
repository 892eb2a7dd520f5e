import { readAreaSettings } from '../datasets/read-area-settings.ts'
import type { AreaFact } from '../domain/area-fact.ts'
import type { AssumptionEntry } from '../domain/assumption-entry.ts'
import type { Explanation } from '../domain/explanation.ts'
import type { AreaSetting } from '../domain/geography.ts'
import type { InputFiles } from '../domain/input-files.ts'
import type { Projection } from '../domain/projection.ts'
import type { Reference } from '../domain/reference.ts'
import { readAreaFacts } from '../pipeline/area-facts.ts'
import { explainFigure, type Figure } from '../pipeline/explain-figure.ts'
import { listAssumptions } from '../pipeline/list-assumptions.ts'
import { NO_CHANGE } from '../pipeline/read-scenario.ts'
import { readScenarioInputs, type ScenarioInputs } from '../pipeline/read-scenario-inputs.ts'

/** What a run started from, read from the data folder when it is first asked for. */
export interface Ground {
  readonly files: InputFiles
  /** Inputs under the run’s scenario; of a scenario file of the user’s own, those of no change. */
  inputs(): ScenarioInputs
  /** What kind of place each area is. */
  settings(): readonly AreaSetting[]
  /** What is published of every area. */
  facts(): readonly AreaFact[]
  /** The book of assumptions, row by row. */
  entries(): readonly AssumptionEntry[]
  /** Where a figure of the run comes from. */
  explain(figure: Figure): Explanation
}

/** Remembers what a function gave the first time. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** The ground of a run, nothing of it read yet. */
export function createGround(files: InputFiles, projection: Projection, reference: Reference): Ground {
  const { scenario, years } = projection.manifest
  const name = files.has(`scenarios/${scenario}.yaml`) ? scenario : NO_CHANGE
  const inputs = once(() => readScenarioInputs(files, name, years))
  const settings = once(() => readAreaSettings(files, reference))
  return {
    files,
    inputs,
    settings,
    facts: once(() => readAreaFacts(files, inputs(), settings())),
    entries: once(() => listAssumptions(files, inputs().book, reference)),
    explain: (figure) => explainFigure(files, inputs(), projection, figure),
  }
}
