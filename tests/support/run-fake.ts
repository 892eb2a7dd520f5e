import type { Program } from '../../src/cli/program.ts'
import { runCommandLine } from '../../src/cli/run-command-line.ts'
import type { Output } from '../../src/cli/terminal.ts'
import { HeadroomError } from '../../src/errors/headroom-error.ts'
import { hashInputs } from '../../src/storage/hash.ts'
import { loadInputFiles } from '../../src/storage/load-input-files.ts'
import { loadScenarioFile } from '../../src/storage/load-scenario-file.ts'
import { packageFolder } from '../../src/storage/package-folder.ts'
import { readRun } from '../../src/storage/read-run.ts'
import { checkWritable } from '../../src/storage/run-folder.ts'
import { removeShards } from '../../src/storage/shard-folder.ts'
import { writeBacktest } from '../../src/storage/write-backtest.ts'
import { writeComparison } from '../../src/storage/write-comparison.ts'
import { writePlan } from '../../src/storage/write-plan.ts'
import { writeRun } from '../../src/storage/write-run.ts'
import { writeSensitivity } from '../../src/storage/write-sensitivity.ts'
import { fakeBacktest } from './fake-backtest.ts'
import { fakeComparison } from './fake-comparison.ts'
import { fakePlan } from './fake-plan.ts'
import { fakeProjection } from './fake-projection.ts'
import { fakeStudy } from './fake-study.ts'

/** What a command line printed, and its exit status. */
export interface Outcome {
  readonly status: number
  readonly out: string
  readonly err: string
}

/** A program that projects made-up figures in no time; its storage is the real one. */
export function fakeProgram(changes: Partial<Program> = {}): Program {
  return {
    version: '0.1.0',
    dataFolder: `${packageFolder()}/data`,
    loadInputFiles,
    loadScenario: loadScenarioFile,
    readAreaSettings: () => [],
    readReference: () => ({
      sectors: [],
      staffGroups: [],
      occupations: [],
      regions: [{ code: 'Y56', onsCode: 'E40000003', name: 'London' }],
      areas: [
        {
          code: 'QKK',
          onsCode: 'E54000030',
          name: 'South East London',
          region: 'Y56',
          validFrom: '2022-07-01',
          validTo: null,
          hex: { column: 0, row: 0 },
        },
      ],
    }),
    project: async (files, { scenario, area, draws, seed, design, years }, _threads, onProgress) => {
      if (area !== null && area !== 'QKK') throw new HeadroomError('area-unknown', { code: area })
      onProgress(draws, draws)
      return fakeProjection({ scenario, area, draws, seed, design, years, inputs: hashInputs(files) })
    },
    removeShards,
    keepPart: async () => ({ kept: 1, regions: 7 }),
    work: async (_files, { database, report }) => report(`Waiting for shards at ${database}.`),
    compare: async (_files, request) => fakeComparison(request),
    writeComparison,
    sensitivity: async (files, request, _threads, onProgress) => {
      onProgress(1, 1)
      return fakeStudy(request, hashInputs(files))
    },
    writeSensitivity,
    plan: async (_files, request) => fakePlan(request),
    writePlan,
    backtest: async (_files, request, onProgress) => {
      onProgress(1, 1)
      return fakeBacktest(request)
    },
    calibrate: async () => new Map(),
    writeBacktest,
    renderReport: () => '<!doctype html><title>Report</title>',
    checkWritable,
    writeRun,
    readRun,
    explain: (_, projection, { year, area, measure }) => ({
      title: `Staff in post, Midwives, ${area}, 31 March ${year}`,
      measure,
      definition: 'Contracted full-time equivalents of the staff in post at 31 March.',
      formula: 'sum over sex and age of heads x participation',
      unit: 'fte',
      value: 1234.5,
      range: projection === null ? null : { p10: 1100, p90: 1300 },
      method: ['Counted by the publisher.', 'Summed over organisations.'],
      inputs: [
        {
          name: 'Midwives',
          value: '1,300 people, 1,234.5 FTE',
          origin: {
            basis: 'published',
            quality: 'green',
            publisher: 'NHS England',
            publication: 'NHS Workforce Statistics',
            edition: 'October 2025',
            location: 'turnover benchmarking file',
            method: 'Staff in post at the end of the period.',
          },
          place: 'data/statistics/nhs-turnover',
          signedBy: null,
          expires: null,
          note: '',
        },
      ],
      run: projection?.manifest.run ?? null,
    }),
    check: () => [{ rule: 'margins', severity: 'note', message: 'All margins are met.', place: 'base year' }],
    importFiles: async () => [
      {
        series: 'nhs-turnover',
        title: 'Turnover',
        files: [
          {
            file: 'a.csv',
            sha256: 'a1',
            kind: 'the monthly turnover file',
            editions: [
              {
                edition: 'to 2025-10',
                period: '2025-09/2025-10',
                file: 'a.csv',
                sha256: 'a1',
                rows: 9450,
              },
            ],
          },
          { file: 'b.csv', sha256: 'b2', kind: 'a look-up', editions: [] },
        ],
        editions: ['to 2025-10'],
        tables: [{ file: 'statistics/nhs-turnover/staff-flows.csv', rows: 1200, changed: true }],
        findings: [],
      },
    ],
    serve: async ({ host, port }) => ({ address: `http://${host}:${port}`, close: async () => undefined }),
    ...changes,
  }
}

/** Runs a command line against a fake program (see `fakeProgram`), collecting what it prints. */
export async function runFake(
  args: readonly string[],
  changes: Partial<Program> = {},
  signal: AbortSignal = new AbortController().signal,
): Promise<Outcome> {
  const texts = { out: '', err: '' }
  const output = (name: 'out' | 'err'): Output => ({
    isTTY: false,
    write(text) {
      texts[name] += text
    },
  })
  const terminal = { out: output('out'), err: output('err'), colour: { out: false, err: false } }
  const interruption = { signal, status: () => (signal.aborted ? 130 : 0) }
  const status = await runCommandLine(args, fakeProgram(changes), terminal, interruption)
  return { status, ...texts }
}
