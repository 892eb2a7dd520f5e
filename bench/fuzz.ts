import { parseArgs } from 'node:util'
import { importSeries } from '../src/datasets/import-series.ts'
import type { PublishedFile } from '../src/datasets/published-file.ts'
import { HeadroomError } from '../src/errors/headroom-error.ts'
import { createChance } from './fuzz/chance.ts'
import { extendFile } from './fuzz/extended.ts'
import { type Fixtures, readFixtures } from './fuzz/fixtures.ts'
import { MUTATIONS } from './fuzz/mutations.ts'
import { row } from './rounds.js'

const CASES = 50_000
/** Cases of a file of a million rows, which take seconds each. */
const LARGE_CASES = 4
/** Series whose small files are still large get fewer cases. */
const LARGE = 2_000
const SHARE = 8
/** Numbers of the large cases begin here, beyond those of the others. */
const LARGE_SEED = 1_000_000
/** Failures that are printed. */
const SHOWN = 10

type Outcome =
  | { readonly kind: 'tables'; readonly print: string; readonly findings: string }
  | { readonly kind: 'error'; readonly code: string }
  | { readonly kind: 'fault'; readonly reason: string }

type Expected = Extract<Outcome, { readonly kind: 'tables' }>

/**
 * Runs the cases and prints what they ended in.
 * @returns the exit status: 0 where every case ended in right tables or a clear error
 */
export async function fuzz(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      cases: { type: 'string' },
      large: { type: 'string' },
      seed: { type: 'string' },
      case: { type: 'string' },
    },
  })
  const seed = Number(values.seed ?? 1)
  const cases = Number(values.cases ?? CASES)
  const numbers = values.case === undefined ? null : [Number(values.case)]
  const fixtures = await readFixtures()
  const expected = new Map<string, Expected>()
  for (const [series, own] of fixtures.series) {
    const outcome = await attempt(
      own.map((fixture) => fixture.opened),
      fixtures,
    )
    if (outcome.kind !== 'tables') throw new Error(`the golden files of ${series} give no tables`)
    expected.set(series, outcome)
  }
  const turns = [...fixtures.series].flatMap(([series, own]) =>
    new Array<string>(own.some(({ bytes }) => bytes.length > LARGE * 5) ? 1 : SHARE).fill(series),
  )
  const counts = new Map<string, number>()
  const count = (what: string): number => counts.set(what, (counts.get(what) ?? 0) + 1).size
  const failures: string[] = []
  const start = performance.now()
  for (const number of numbers ?? Array.from({ length: cases }, (_, index) => index)) {
    const { name, series, harmless, outcome } = await runCase(seed, number, turns, fixtures)
    count(`series ${series}`)
    const verdict = judge(outcome, harmless, expected.get(series))
    count(`outcome ${verdict}`)
    count(`mutation ${name}: ${verdict}`)
    if (outcome.kind === 'error') count(`error ${outcome.code}`)
    const reason = outcome.kind === 'fault' ? outcome.reason : verdict
    if (BAD.includes(verdict)) failures.push(`case ${number}, ${series}, ${name}: ${reason}`)
    if (numbers) console.log(series, name, outcome)
  }
  const large = numbers ? 0 : Number(values.large ?? LARGE_CASES)
  for (let number = 0; number < large; number++) {
    const { series, file, outcome } = await runLarge(seed, number, fixtures)
    const verdict = judge(outcome, false, expected.get(series))
    count(`outcome ${verdict}`)
    count(`mutation a million rows: ${verdict}`)
    if (outcome.kind === 'error') count(`error ${outcome.code}`)
    if (outcome.kind === 'fault')
      failures.push(`large case ${number}, ${file} of ${series}: ${outcome.reason}`)
  }
  print(numbers?.length ?? cases + large, seed, counts, failures, (performance.now() - start) / 1000)
  return failures.length === 0 ? 0 : 1
}

const VERDICTS = [
  'right tables',
  'other tables, with a finding of it',
  'other tables, as the values differ',
  'clear errors',
  'wrong tables',
  'unhandled',
] as const
type Verdict = (typeof VERDICTS)[number]
const BAD: readonly Verdict[] = ['wrong tables', 'unhandled']

function judge(outcome: Outcome, harmless: boolean, expected: Expected | undefined): Verdict {
  if (outcome.kind === 'fault') return 'unhandled'
  if (outcome.kind === 'error') return harmless ? 'wrong tables' : 'clear errors'
  if (outcome.print === expected?.print) return 'right tables'
  if (harmless) return 'wrong tables'
  return outcome.findings !== expected?.findings
    ? 'other tables, with a finding of it'
    : 'other tables, as the values differ'
}

/** One case: a file of a series is changed, or another series' file comes in its place. */
async function runCase(seed: number, number: number, turns: readonly string[], fixtures: Fixtures) {
  const chance = createChance(seed, number)
  const series = chance.pick(turns)
  const own = fixtures.series.get(series) ?? []
  const at = chance.below(own.length)
  const target = own[at]
  if (!target) throw new Error(`${series} has no golden files`)
  const others = own.map(({ opened }) => opened)
  if (chance.below(20) === 0) {
    const stranger = chance.pick([...fixtures.series.values()].flat())
    const outcome = await attempt(others.with(at, stranger.opened), fixtures)
    return { name: 'another file in its place', series, harmless: stranger === target, outcome }
  }
  const mutation = chance.pick(MUTATIONS.filter(({ suits }) => suits(target)))
  const outcome = await attemptChanged(() => mutation.mutate(target, chance), others, at, fixtures)
  return { name: mutation.name, series, harmless: mutation.harmless, outcome }
}

/** One case of a text file that was made a million rows long. */
async function runLarge(seed: number, number: number, fixtures: Fixtures) {
  const chance = createChance(seed, LARGE_SEED + number)
  const texts = [...fixtures.series].flatMap(([series, own]) =>
    own.flatMap((fixture, at) => (fixture.isTable ? [{ series, own, at, fixture }] : [])),
  )
  const { series, own, at, fixture } = chance.pick(texts)
  const others = own.map(({ opened }) => opened)
  const outcome = await attempt(others.with(at, extendFile(fixture, chance)), fixtures)
  return { series, file: fixture.name, outcome }
}

async function attemptChanged(
  change: () => ReturnType<(typeof MUTATIONS)[number]['mutate']>,
  files: readonly PublishedFile[],
  at: number,
  fixtures: Fixtures,
): Promise<Outcome> {
  try {
    return await attempt(files.with(at, await change()), fixtures)
  } catch (error) {
    return failed(error)
  }
}

async function attempt(files: readonly PublishedFile[], { context }: Fixtures): Promise<Outcome> {
  try {
    // Every file its own checksum: that two are the same file is another check's business.
    const marked = files.map((file, index) => ({ ...file, sha256: String(index) }))
    const imported = importSeries(marked, context)
    const tables = imported.flatMap((series) => series.tables)
    for (const { file, columns, rows } of tables)
      for (const cells of rows) {
        const isBroken = cells.some((cell) => typeof cell === 'number' && !Number.isFinite(cell))
        if (isBroken || cells.length !== columns.length)
          return { kind: 'fault', reason: `${file} has the row ${cells.join()}` }
      }
    return {
      kind: 'tables',
      print: tables.map(({ file, rows }) => [file, ...rows.map(String).sort()].join('\n')).join('\n'),
      findings: imported
        .flatMap(({ findings }) => findings.map(({ message, place }) => `${place}: ${message}`))
        .join('\n'),
    }
  } catch (error) {
    return failed(error)
  }
}

const failed = (error: unknown): Outcome =>
  error instanceof HeadroomError
    ? { kind: 'error', code: error.code }
    : { kind: 'fault', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) }

const LISTS = { mutation: 'By what happened to the file', series: 'By series', error: 'Errors by code' }

function print(
  cases: number,
  seed: number,
  counts: ReadonlyMap<string, number>,
  failures: readonly string[],
  seconds: number,
): void {
  const show = (value: number): string => value.toLocaleString('en').padStart(8)
  console.log(`${cases.toLocaleString('en')} cases, seed ${seed}, ${seconds.toFixed(1)} s`)
  for (const verdict of VERDICTS) row(verdict, show(counts.get(`outcome ${verdict}`) ?? 0))
  for (const [kind, title] of Object.entries(LISTS)) {
    console.log(`\n${title}`)
    for (const [name, number] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
      if (name.startsWith(`${kind} `)) row(name.slice(kind.length + 1), show(number))
  }
  for (const failure of failures.slice(0, SHOWN)) console.log(`\n${failure}`)
  if (failures.length > SHOWN) console.log(`\nand ${failures.length - SHOWN} more`)
}
