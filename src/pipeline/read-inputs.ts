import { readBook } from '../assumptions/read-book.ts'
import { resolveModel } from '../assumptions/resolve-model.ts'
import { buildBaseYear } from '../base-year/build-base-year.ts'
import { readStatistics } from '../datasets/read-statistics.ts'
import type { AssumptionBook } from '../domain/assumption-book.ts'
import type { BaseYear } from '../domain/base-year.ts'
import type { EngineModel } from '../domain/engine-model.ts'
import type { Finding } from '../domain/finding.ts'
import type { InputFiles } from '../domain/input-files.ts'
import type { Reference } from '../domain/reference.ts'
import type { Statistics } from '../domain/statistics.ts'
import { readReference } from './read-reference.ts'

/** Everything a run starts from, read, fitted and resolved. */
export interface Inputs {
  readonly reference: Reference
  readonly statistics: Statistics
  readonly book: AssumptionBook
  readonly base: BaseYear
  readonly model: EngineModel
  readonly findings: readonly Finding[]
}

/**
 * Reads the data folder, fits the base year and resolves the engine’s model.
 * @param files text of the files under `data/` @param years steps to project
 * @throws HeadroomError where a file is missing, damaged, incomplete or contradicts another
 */
export function readInputs(files: InputFiles, years: number): Inputs {
  const reference = readReference(files)
  const statistics = readStatistics(files, reference)
  const book = readBook(files, reference)
  const base = buildBaseYear(reference, statistics, book)
  const { model, findings } = resolveModel(reference, statistics, book, base, years)
  return { reference, statistics, book, base, model, findings: [...base.findings, ...findings] }
}
