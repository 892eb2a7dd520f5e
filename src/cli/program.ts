import type { Comparison } from '../domain/comparison.ts'
import type { Explanation } from '../domain/explanation.ts'
import type { Finding } from '../domain/finding.ts'
import type { AreaSetting } from '../domain/geography.ts'
import type { InputFiles } from '../domain/input-files.ts'
import type { Plan, PlanRequest } from '../domain/plan.ts'
import type { Projection } from '../domain/projection.ts'
import type { Reference } from '../domain/reference.ts'
import type { CompareRequest } from '../pipeline/compare-scenarios.ts'
import type { Figure } from '../pipeline/explain-figure.ts'
import type { ImportReport } from '../storage/import-files.ts'
import type { LoadedScenario } from '../storage/load-scenario-file.ts'
import type { WriteRunOptions, WrittenFile } from '../storage/write-run.ts'
import type { OnProgress } from './progress.ts'
import type { Terminal } from './terminal.ts'

/** What to project. */
export interface RunRequest {
  readonly scenario: string
  /** Code of the area to project alone, or null for all England. */
  readonly area: string | null
  readonly draws: number
  readonly seed: number
  readonly years: number
}

/** Everything the verbs do beyond reading options and printing, so that tests can put something small in its place. */
export interface Program {
  readonly version: string
  /** The `data/` folder that comes with Headroom. */
  readonly dataFolder: string
  readonly loadInputFiles: (folder: string) => Promise<InputFiles>
  /** Finds the scenario that a name or the path of a file stands for. */
  readonly loadScenario: (files: InputFiles, named: string) => Promise<LoadedScenario>
  readonly readReference: (files: InputFiles) => Reference
  /** What kind of place each area is. */
  readonly readAreaSettings: (files: InputFiles) => readonly AreaSetting[]
  readonly project: (
    files: InputFiles,
    request: RunRequest,
    threads: number,
    onProgress: OnProgress,
    signal: AbortSignal,
  ) => Promise<Projection>
  readonly compare: (
    files: InputFiles,
    request: CompareRequest,
    threads: number,
    onProgress: OnProgress,
    signal: AbortSignal,
  ) => Promise<Comparison>
  readonly writeComparison: (
    folder: string,
    comparison: Comparison,
    signal: AbortSignal,
  ) => Promise<WrittenFile>
  readonly plan: (
    files: InputFiles,
    request: PlanRequest,
    threads: number,
    onProgress: OnProgress,
    signal: AbortSignal,
  ) => Promise<Plan>
  readonly writePlan: (folder: string, plan: Plan, signal: AbortSignal) => Promise<readonly WrittenFile[]>
  readonly renderReport: (projection: Projection, files: InputFiles) => string
  /** Makes sure that a run can be written to a folder. */
  readonly checkWritable: (folder: string) => Promise<void>
  readonly writeRun: (
    folder: string,
    projection: Projection,
    options: WriteRunOptions,
  ) => Promise<readonly WrittenFile[]>
  readonly readRun: (folder: string) => Promise<Projection>
  readonly explain: (files: InputFiles, projection: Projection | null, figure: Figure) => Explanation
  readonly check: (files: InputFiles) => readonly Finding[]
  /** Reads published files into the data folder, or, with `write` false, only recognises and checks them. */
  readonly importFiles: (
    files: readonly string[],
    dataFolder: string,
    write: boolean,
  ) => Promise<readonly ImportReport[]>
  readonly serve: (options: ServeOptions) => Promise<RunningServer>
}

export interface ServeOptions {
  readonly projection: Projection
  readonly files: InputFiles
  readonly runFolder: string
  readonly host: string
  readonly port: number
}

export interface RunningServer {
  /** Where the page is, for example `http://127.0.0.1:8080`. */
  readonly address: string
  readonly close: () => Promise<void>
}

/** What every verb is given. */
export interface VerbContext {
  readonly program: Program
  readonly terminal: Terminal
  /** Fires when the user wants to stop. */
  readonly signal: AbortSignal
  /** Sets the exit status of a verb that ends well but found something wrong. */
  readonly setStatus: (status: number) => void
}
