import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { readBook } from '../assumptions/read-book.ts'
import { readAreaSettings } from '../datasets/read-area-settings.ts'
import type { Simulate } from '../domain/ensemble.ts'
import { ENGLAND } from '../domain/geography.ts'
import type { InputFiles } from '../domain/input-files.ts'
import { createSimulate } from '../engine/ensemble/simulate.ts'
import { calibrateWidths } from '../pipeline/backtest/calibrate-widths.ts'
import { runBacktest } from '../pipeline/backtest/run-backtest.ts'
import { checkInputs } from '../pipeline/check-inputs.ts'
import { compareScenarios } from '../pipeline/compare-scenarios.ts'
import { explainFigure } from '../pipeline/explain-figure.ts'
import { planWorkforce } from '../pipeline/plan-workforce.ts'
import { readReference } from '../pipeline/read-reference.ts'
import { NO_CHANGE } from '../pipeline/read-scenario.ts'
import { readScenarioInputs } from '../pipeline/read-scenario-inputs.ts'
import { runScenario } from '../pipeline/run-scenario.ts'
import { studySensitivity } from '../pipeline/sensitivity/study-sensitivity.ts'
import { startServer } from '../server/start-server.ts'
import { unreadable } from '../storage/file-errors.ts'
import { hashCode, hashInputs } from '../storage/hash.ts'
import { importFiles } from '../storage/import-files.ts'
import { loadInputFiles } from '../storage/load-input-files.ts'
import { loadScenarioFile } from '../storage/load-scenario-file.ts'
import { packageFolder, packageVersion } from '../storage/package-folder.ts'
import { readRun } from '../storage/read-run.ts'
import { checkWritable } from '../storage/run-folder.ts'
import { identifyRun } from '../storage/run-identity.ts'
import { removeShards } from '../storage/shard-folder.ts'
import { writeBacktest } from '../storage/write-backtest.ts'
import { writeComparison } from '../storage/write-comparison.ts'
import { writePlan } from '../storage/write-plan.ts'
import { writeRun } from '../storage/write-run.ts'
import { writeSensitivity } from '../storage/write-sensitivity.ts'
import { createPlanOnThread } from '../threads/plan-on-thread.ts'
import { createSimulateOnThreads, type ThreadOptions } from '../threads/simulate-on-threads.ts'
import { createSolveWithHighs } from '../threads/solve-with-highs.ts'
import { type Background, createBackground } from '../views/method/background.ts'
import { renderReport } from '../views/report/render-report.ts'
import type { Program, RunRequest } from './program.ts'
import { keepPartOf, type NamedRun, simulateInWays, workForOthers } from './share-runs.ts'

/** The program itself: pipeline, engine on threads, files and server put together. */
export function createProgram(): Program {
  const folder = packageFolder()
  const built = path.join(folder, 'dist')
  const version = packageVersion(folder)
  const nameRun = async (files: InputFiles, wanted: RunRequest): Promise<NamedRun> => {
    const { scenario, draws, seed, design, years } = wanted
    const ingredients = {
      scenario,
      area: wanted.area === ENGLAND ? null : wanted.area,
      seed,
      draws,
      design,
      years,
      headroomVersion: version,
      code: await hashCode(built),
      inputs: hashInputs(files),
    }
    return { run: identifyRun(ingredients), ...ingredients }
  }
  return {
    version,
    dataFolder: path.join(folder, 'data'),
    loadInputFiles,
    loadScenario: loadScenarioFile,
    readReference,
    readAreaSettings: (files) => readAreaSettings(files, readReference(files)),
    async project(files, wanted, threads, onProgress, signal, ways) {
      const request = await nameRun(files, wanted)
      const simulate = await simulateInWays(await threadsOf(built, threads), ways, request, files)
      return runScenario(files, request, simulate, onProgress, signal)
    },
    async keepPart(files, wanted, threads, onProgress, signal, part) {
      const request = await nameRun(files, wanted)
      return keepPartOf(await threadsOf(built, threads), part, request, files, onProgress, signal)
    },
    removeShards,
    async work(files, request, signal) {
      const own = { headroomVersion: version, code: await hashCode(built), files }
      return workForOthers(await threadsOf(built, request.threads), request, own, signal)
    },
    async compare(files, request, threads, onProgress, signal) {
      const simulate = createSimulateOnThreads(await threadsOf(built, threads))
      const area = request.area === ENGLAND ? null : request.area
      return compareScenarios(files, { ...request, area }, simulate, onProgress, signal)
    },
    writeComparison,
    async sensitivity(files, request, threads, onProgress, signal) {
      // A study is of one area, which one thread serves: several parts of it are under way at once instead.
      const engine = { simulate: createSimulateOnThreads(await threadsOf(built, 1)), parallel: threads }
      const area = request.area === ENGLAND ? null : request.area
      const study = await studySensitivity(files, { ...request, area }, engine, onProgress, signal)
      return { headroomVersion: version, code: await hashCode(built), inputs: hashInputs(files), ...study }
    },
    writeSensitivity,
    async plan(files, request, threads, onProgress, signal) {
      const engines = {
        // One area runs on one thread: starting others takes as long as the run.
        quick: await simulateHere(built),
        full: createSimulateOnThreads(await threadsOf(built, threads)),
        solve: createSolveWithHighs(),
      }
      return planWorkforce(files, request, engines, onProgress, signal)
    },
    writePlan,
    async backtest(files, request, onProgress, signal) {
      return runBacktest(files, request, await simulateHere(built), onProgress, signal)
    },
    async calibrate(files, request, onProgress, signal) {
      return calibrateWidths(files, request, await simulateHere(built), onProgress, signal)
    },
    writeBacktest,
    renderReport: (projection, files) => renderReport(projection, backgroundOf(files)),
    checkWritable,
    writeRun,
    readRun,
    explain(files, projection, figure) {
      const { scenario = NO_CHANGE, years = 1 } = projection?.manifest ?? {}
      // A file that the user gave is not kept with the run: its figure is explained without its levers.
      const name = files.has(`scenarios/${scenario}.yaml`) ? scenario : NO_CHANGE
      return explainFigure(files, readScenarioInputs(files, name, years), projection, figure)
    },
    check: (files) => checkInputs(files, new Date().toISOString().slice(0, 'yyyy-mm-dd'.length)),
    importFiles,
    async serve({ files, ...options }) {
      const reference = readReference(files)
      const studies = path.join(folder, 'studies')
      const book = readBook(files, reference)
      const plan = createPlanOnThread({
        kernel: await readKernel(path.join(built, 'kernel.wasm')),
        worker: pathToFileURL(path.join(built, 'plan-worker.js')),
      })
      return startServer({ ...options, files, reference, book, studies, plan })
    },
  }
}

function backgroundOf(files: InputFiles): Background {
  const reference = readReference(files)
  return createBackground(reference, readBook(files, reference), files)
}

/** What the engine on worker threads needs, from the folder of built files. */
async function threadsOf(built: string, threads: number): Promise<ThreadOptions> {
  return {
    kernel: await readKernel(path.join(built, 'kernel.wasm')),
    worker: pathToFileURL(path.join(built, 'worker.js')),
    threads,
  }
}

/** The engine on this thread: models of one area, which threads can't share. */
const simulateHere = async (built: string): Promise<Simulate> =>
  createSimulate(await readKernel(path.join(built, 'kernel.wasm')))

async function readKernel(file: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(file))
  } catch (cause) {
    throw unreadable(file, cause)
  }
}
