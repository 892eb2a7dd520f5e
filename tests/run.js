// Runs everything there is to run and ends with one line of counts: `N passed, N failed`.
// Each test counts as one; so do the lint and the type check.
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const bin = path.join(root, 'node_modules', '.bin')
const scratch = await mkdtemp(path.join(tmpdir(), 'headroom-tests-'))
const total = { passed: 0, failed: 0 }

/** @typedef {{ passed: number, failed: number, skipped?: string[] }} Counts */

/**
 * Runs a program in the package's folder, its output passed through; gives its exit status.
 * @type {(program: string, args: string[], env?: Record<string, string>) => Promise<number>}
 */
const run = (program, args, env = {}) =>
  new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
    child.on('error', (error) => {
      console.error(`${program}: ${error.message}`)
      resolve(1)
    })
    child.on('exit', (status) => resolve(status ?? 1))
  })

/**
 * Adds a stage's counts to the total and says them.
 * @type {(name: string, counts: Counts) => void}
 */
const record = (name, { passed, failed, skipped = [] }) => {
  total.passed += passed
  total.failed += failed
  for (const title of skipped) console.log(`skipped: ${title}`)
  const skips = skipped.length > 0 ? `, ${skipped.length} skipped` : ''
  console.log(`--- ${name}: ${passed} passed, ${failed} failed${skips}`)
}

/**
 * A stage that either holds or doesn't.
 * @type {(name: string, program: string, args: string[]) => Promise<boolean>}
 */
const stage = async (name, program, args) => {
  console.log(`\n=== ${name}`)
  const status = await run(program, args)
  record(name, { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 })
  return status === 0
}

/**
 * A stage of many tests, counted from the JSON report that the runner writes to a file.
 * @type {(name: string, program: string, args: string[], report: { file: string, env?: Record<string, string> }, count: (report: any) => Counts) => Promise<void>}
 */
const suite = async (name, program, args, { file, env }, count) => {
  console.log(`\n=== ${name}`)
  const status = await run(program, args, env)
  const counts = await readFile(file, 'utf8').then(
    (text) => count(JSON.parse(text)),
    () => ({ passed: 0, failed: 0 }),
  )
  // a runner that failed outside any test (a file that can't load, a crash) must not pass unseen
  if (status !== 0 && counts.failed === 0) counts.failed = 1
  if (counts.passed + counts.failed === 0) counts.failed = 1
  record(name, counts)
}

/**
 * Counts of a vitest report; a file that could not be loaded is a failure.
 * @param {{ testResults: { status: string, assertionResults: { status: string, fullName: string }[] }[] }} report
 */
const countVitest = ({ testResults }) => {
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed')
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: tests.filter(({ status }) => status === 'failed').length + broken.length,
    skipped: skipped.map(({ fullName }) => fullName.trim()),
  }
}

/**
 * Counts of a Playwright report; a test that passes only when tried again is a failure.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number }, errors: unknown[] }} report
 */
const countPlaywright = ({ stats, errors }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky + errors.length,
})

if (await stage('build', process.execPath, ['build.js'])) {
  await stage('lint', path.join(bin, 'biome'), ['check', '--error-on-warnings', '.'])
  await stage('types', path.join(bin, 'tsc'), ['--noEmit'])
  const unit = path.join(scratch, 'vitest.json')
  await suite(
    'tests',
    path.join(bin, 'vitest'),
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unit}`],
    { file: unit },
    countVitest,
  )
  const browser = path.join(scratch, 'playwright.json')
  await suite(
    'browser',
    path.join(bin, 'playwright'),
    ['test', '--reporter=line,json'],
    { file: browser, env: { PLAYWRIGHT_JSON_OUTPUT_FILE: browser } },
    countPlaywright,
  )
}
await rm(scratch, { recursive: true, force: true })
process.exitCode = total.failed === 0 ? 0 : 1
console.log(`\n${total.passed} passed, ${total.failed} failed`)
