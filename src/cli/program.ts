import type { Backtest, CalibratedWidths } from '../domain/backtest.ts'
import type { Comparison } from '../domain/comparison.ts'
import type { Design } from '../domain/ensemble.ts'
import type { Explanation } from '../domain/explanation.ts'
import type { Finding } from '../domain/finding.ts'
import type { AreaSetting } from '../domain/geography.ts'
import type { InputFiles } from '../domain/input-files.ts'
import type { Plan, PlanRequest } from '../domain/plan.ts'
import type { Projection } from '../domain/projection.ts'
import type { Reference } from '../domain/reference.ts'
import type { SensitivityRequest, StudyRecord } from '../domain/sensitivity.ts'
import type { CalibrationRequest } from '../pipeline/backtest/calibrate-widths.ts'
import type { BacktestRequest } from '../pipeline/backtest/run-backtest.ts'
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
  readonly design: Design
  readonly years: number
}

/** How a run is made, which never changes its numbers. */
export interface RunWays {
  /** Folder that the results will go to: finished regions are kept in it where they are. */
  readonly folder: string
  /** Whether to keep finished regions, and to go on from those that an earlier try kept. */
  readonly resume: boolean
  /** Connection string of a database whose workers help, or null. */
  readonly database: string | null
  /** Told, in a sentence each, of what the user should know. */
  readonly note: (text: string) => void
}

/** A part of a run: every so many regions, for arrays of jobs on a cluster with a folder that all machines see. */
export interface PartRequest {
  /** Folder that the results will go to: the part’s regions are kept in it. */
  readonly folder: string
  /** Number of the part, from 1. */
  readonly part: number
  /** Parts in all. */
  readonly of: number
  readonly note: (text: string) => void
}

/** A worker for the runs of others. */
export interface WorkRequest {
  readonly database: string
  readonly threads: number
  /** True to end once there is nothing to take. */
  readonly untilEmpty: boolean
  /** Told, in a line each, of what is done, and of what can’t be. */
  readonly report: (line: string) => void
  readonly warn: (line: string) => void
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
    ways: RunWays,
  ) => Promise<Projection>
  /** Works out one part of a run and keeps its regions for a later `project` with `resume`; gives how many they are. */
  readonly keepPart: (
    files: InputFiles,
    request: RunRequest,
    threads: number,
    onProgress: OnProgress,
    signal: AbortSignal,
    part: PartRequest,
  ) => Promise<{ readonly kept: number; readonly regions: number }>
  /** Removes what `RunWays.resume` kept, once the results are there. */
  readonly removeShards: (folder: string) => Promise<void>
  /** Works on shards of runs that others started, until told to stop. */
  readonly work: (files: InputFiles, request: WorkRequest, signal: AbortSignal) => Promise<void>
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
  /** Projects published series from older bases. */
  readonly backtest: (
    files: InputFiles,
    request: BacktestRequest,
    onProgress: OnProgress,
    signal: AbortSignal,
  ) => Promise<Backtest>
  /** Sets the widths of the back-test's ranges. */
  readonly calibrate: (
    files: InputFiles,
    request: CalibrationRequest,
    onProgress: OnProgress,
    signal: AbortSignal,
  ) => Promise<ReadonlyMap<string, CalibratedWidths>>
  readonly writeBacktest: (
    folder: string,
    backtest: Backtest,
    widths: ReadonlyMap<string, CalibratedWidths> | null,
    signal: AbortSignal,
  ) => Promise<readonly WrittenFile[]>
  readonly sensitivity: (
    files: InputFiles,
    request: SensitivityRequest,
    threads: number,
    onProgress: OnProgress,
    signal: AbortSignal,
  ) => Promise<StudyRecord>
  readonly writeSensitivity: (
    folder: string,
    study: StudyRecord,
    signal: AbortSignal,
  ) => Promise<readonly WrittenFile[]>
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
  /** Folder that what readers of the page save goes to; without it they can save nothing and ask for no plan. */
  readonly savedFolder?: string
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
