import type { BuilderChoice, BuilderResult, BuilderState } from '../../domain/builder.ts'
import { COMPARISON_STATISTICS, type Comparison, type ComparisonPart } from '../../domain/comparison.ts'
import { DEFAULT_DESIGN, type EnsembleResult, type Simulate } from '../../domain/ensemble.ts'
import { ENGLAND } from '../../domain/geography.ts'
import { MEASURES, measureIndex } from '../../domain/measure.ts'
import { type Projection, type ResultArea, STATISTICS } from '../../domain/projection.ts'
import { decompose, type RunDraws, summarise } from '../../results/decompose.ts'
import { checksumText } from '../../stats/checksum.ts'
import type { PolicyBasis } from '../policy-basis.ts'
import { resolvePolicy } from '../resolve-policy.ts'
import { changesBetween } from '../scenario-changes.ts'
import type { EnglandBundle } from './bundle.ts'
import { type BasisChange, changedBasis } from './changed-books.ts'
import { keyOf, scenarioOf, titlesOf } from './choice.ts'

/** Measures that the builder compares draw by draw. */
export const COMPARED = [
  'fte_at_work',
  'need_fte',
  'gap_fte',
  'coverage',
  'vacancy_rate',
  'pay_bill',
  'temporary_cost',
  'training_cost',
  'policy_cost',
  'net_cost',
] as const

/** Measures that are published: those compared, and the chart’s. */
const PUBLISHED = [...COMPARED, 'funded_fte']

const NAMES = { built: 'built', against: 'against' } as const

/** Runs kept, so that a lever that doesn’t move needn’t run again: of England as one area, and of every area, which take far more room. */
const KEPT = { one: 80, each: 6 }

/** One run: what is published of it, and the draws of what is compared, of all staff in England. */
interface Run {
  readonly values: Float64Array
  readonly draws: RunDraws
  /** Statistics of what is compared [year][measure][statistic]. */
  readonly compared: Float64Array
  /** Of all that is published. */
  readonly checksum: string
}

/** Works out states of the builder; keeps what it has worked out. */
export interface BuilderRuns {
  /** Both scenarios on England as one area. */
  one(state: BuilderState, signal?: AbortSignal): Promise<BuilderResult>
  /** What each change alone does, on England as one area. Null where the two scenarios are the same. */
  parts(state: BuilderState, signal?: AbortSignal): Promise<Comparison | null>
  /** Both scenarios on every area, added up: the bits of `headroom project` with the same scenario, seed and draws. */
  each(state: BuilderState, basis: PolicyBasis, signal?: AbortSignal): Promise<BuilderResult>
}

/**
 * @param simulate where ensembles run
 * @param changed what the bases differ in under a preset’s changes to assumptions
 */
export function createBuilderRuns(
  bundle: EnglandBundle,
  simulate: Simulate,
  changed: (preset: string) => Promise<BasisChange>,
): BuilderRuns {
  const { frame, basis, series, aggregation } = bundle
  const { baseYear, years } = frame
  const found = { one: new Map<string, Run>(), each: new Map<string, Run>() }
  const under = new WeakMap<PolicyBasis, Map<string, PolicyBasis>>()
  const england: ResultArea = { code: ENGLAND, name: 'England', kind: 'country' }
  const { areas, regions } = frame.places
  const places: readonly ResultArea[] = [
    england,
    ...regions.map(({ code, name }): ResultArea => ({ code, name, kind: 'region' })),
    ...areas.map(({ code, name }): ResultArea => ({ code, name, kind: 'area' })),
  ]

  async function run(
    choice: BuilderChoice,
    { seed, draws }: BuilderState,
    on: PolicyBasis,
    signal?: AbortSignal,
  ): Promise<Run> {
    const kind = on.weights === null ? 'each' : 'one'
    const kept = found[kind]
    const key = `${seed} ${draws} ${keyOf(choice)}`
    const known = kept.get(key)
    kept.delete(key)
    const done = known ?? (await fresh())
    kept.set(key, done)
    const [oldest] = kept.keys()
    if (kept.size > KEPT[kind] && oldest !== undefined) kept.delete(oldest)
    return done

    async function fresh(): Promise<Run> {
      const under = choice.assumptions === null ? on : await basisUnder(choice.assumptions, on)
      const { model } = resolvePolicy(scenarioOf(choice, NAMES.built, '', frame.presets), under)
      const keep = { units: [0], series: [0] }
      const request = { model, aggregation, seed, draws, rollUp: kind === 'each', keep, measures: PUBLISHED }
      const result = await simulate(request, undefined, signal)
      return {
        values: result.values,
        draws: comparedDraws(result, years, draws),
        compared: comparedStatistics(result, years),
        checksum: checksumText(
          new Uint8Array(result.values.buffer, result.values.byteOffset, result.values.byteLength),
        ),
      }
    }
  }

  /** A basis under a preset’s changes to assumptions, made once. */
  async function basisUnder(preset: string, on: PolicyBasis): Promise<PolicyBasis> {
    const made = under.get(on) ?? new Map<string, PolicyBasis>()
    under.set(on, made)
    const one = made.get(preset) ?? changedBasis(on, await changed(preset))
    made.set(preset, one)
    return one
  }

  const projection = (
    name: string,
    { values, checksum }: Run,
    { seed, draws }: BuilderState,
  ): Projection => ({
    manifest: {
      run: checksum,
      scenario: name,
      seed,
      draws,
      design: DEFAULT_DESIGN,
      baseYear,
      years,
      headroomVersion: '',
      code: '',
      inputs: {},
      area: null,
    },
    areas: values.length * places.length > 0 && isEach(values) ? places : [england],
    series,
    years: everyYear,
    measures: MEASURES.map(({ code }) => code),
    values,
    findings: [],
  })
  const everyYear = Array.from({ length: years + 1 }, (_, t) => baseYear + t)
  const oneLength = series.length * everyYear.length * MEASURES.length * STATISTICS.length
  const isEach = (values: Float64Array): boolean => values.length > oneLength

  function comparison(
    { built, against, seed, draws }: BuilderState,
    [a, b]: readonly [Run, Run],
    parts: readonly (readonly [ComparisonPart, RunDraws])[],
  ): Comparison {
    const tables = [a.compared, b.compared, ...parts.map(([, drawn]) => summarise(drawn))]
    const width = tables[0]!.length
    const values = new Float64Array(tables.length * width)
    const titles = titlesOf({ built, against }, frame.presets)
    for (const [i, table] of tables.entries()) values.set(table, i * width)
    return {
      a: { name: NAMES.against, title: titles.against },
      b: { name: NAMES.built, title: titles.built },
      area: england,
      series: series.slice(0, 1),
      years: everyYear,
      measures: COMPARED,
      draws,
      seed,
      design: DEFAULT_DESIGN,
      parts: [partOf('a'), partOf('b'), ...parts.map(([part]) => part)],
      values,
    }
  }

  async function both(
    state: BuilderState,
    on: PolicyBasis,
    signal?: AbortSignal,
  ): Promise<readonly [against: Run, built: Run]> {
    const built = await run(state.built, state, on, signal)
    return [await run(state.against, state, on, signal), built]
  }

  async function result(state: BuilderState, on: PolicyBasis, signal?: AbortSignal): Promise<BuilderResult> {
    const [a, b] = await both(state, on, signal)
    const { total } = decompose(a.draws, b.draws, [])
    const built = projection(NAMES.built, b, state)
    return {
      areas: on.weights === null ? 'each' : 'one',
      built,
      against: projection(NAMES.against, a, state),
      comparison: comparison(state, [a, b], [[partOf('difference'), total]]),
      checksum: built.manifest.run,
    }
  }

  return {
    one: (state, signal) => result(state, basis, signal),
    each: result,
    async parts(state, signal) {
      const [a, b] = await both(state, basis, signal)
      const built = scenarioOf(state.built, NAMES.built, '', frame.presets)
      const changes = changesBetween(scenarioOf(state.against, NAMES.against, '', frame.presets), built)
      if (changes.length === 0) return null
      const alone: RunDraws[] = []
      for (const { scenario } of changes) {
        const { assumptions } = scenario.assumptions === built.assumptions ? state.built : state.against
        alone.push((await run({ ...scenario, assumptions }, state, basis, signal)).draws)
      }
      const { total, parts, interaction } = decompose(a.draws, b.draws, alone)
      return comparison(
        state,
        [a, b],
        [
          [partOf('difference'), total],
          ...changes.map(({ part }, i) => [part, parts[i]!] as const),
          [partOf('interaction'), interaction],
        ],
      )
    },
  }
}

const TITLES = {
  a: 'Compared with',
  b: 'This scenario',
  difference: 'Difference',
  interaction: 'Together beyond each alone',
}

const partOf = (kind: keyof typeof TITLES): ComparisonPart => ({ kind, code: kind, title: TITLES[kind] })

/** Statistics of what is compared, of a run’s first place and first series, as the engine published them [year][measure][statistic]. */
function comparedStatistics({ values }: EnsembleResult, years: number): Float64Array {
  const statistics = COMPARISON_STATISTICS.map((name) => STATISTICS.indexOf(name))
  const measures = COMPARED.map(measureIndex)
  const cells = Array.from({ length: years + 1 }, (_, t) =>
    measures.map((m) => (t * MEASURES.length + m) * STATISTICS.length),
  )
  return Float64Array.from(cells.flat().flatMap((at) => statistics.map((s) => values[at + s]!)))
}

/** What is compared of a run, of its first place and first series: [year][measure] and [year][measure][draw]. */
function comparedDraws({ values, kept }: EnsembleResult, years: number, draws: number): RunDraws {
  if (kept === null) throw new Error('the draws asked for were not kept')
  const measures = COMPARED.map(measureIndex)
  const cells = (years + 1) * measures.length
  const central = new Float64Array(cells)
  const drawn = new Float64Array(cells * draws)
  for (let t = 0; t <= years; t++)
    for (const [i, m] of measures.entries()) {
      const from = t * MEASURES.length + m
      const to = t * measures.length + i
      central[to] = values[from * STATISTICS.length + STATISTICS.indexOf('central')]!
      drawn.set(kept.subarray(from * draws, (from + 1) * draws), to * draws)
    }
  return { central, draws: drawn }
}
