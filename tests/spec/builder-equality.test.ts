import { beforeAll, describe, expect, it } from 'vitest'
import { freshKernel } from '../../build-kernel.js'
import type { Projection } from '../../src/domain/projection.ts'
import { projectionIndex, STATISTICS } from '../../src/domain/projection.ts'
import { createSimulate } from '../../src/engine/ensemble/simulate.ts'
import { type BuilderRuns, COMPARED, createBuilderRuns } from '../../src/pipeline/builder/builder-runs.ts'
import {
  areasBasis,
  createEnglandBundle,
  type EnglandBundle,
  packBundles,
  unpackAreas,
  unpackEngland,
} from '../../src/pipeline/builder/bundle.ts'
import { packChanges, unpackChanges } from '../../src/pipeline/builder/changed-books.ts'
import { createFrame } from '../../src/pipeline/builder/create-frame.ts'
import { findBasisChange } from '../../src/pipeline/builder/find-basis-change.ts'
import { readAddress } from '../../src/pipeline/builder/read-address.ts'
import { writeScenarioFile } from '../../src/pipeline/builder/write-scenario.ts'
import { createPolicyBasis } from '../../src/pipeline/create-policy-basis.ts'
import type { PolicyBasis } from '../../src/pipeline/policy-basis.ts'
import { readInputs } from '../../src/pipeline/read-inputs.ts'
import { runScenario } from '../../src/pipeline/run-scenario.ts'
import { dataFiles } from '../support/data-files.ts'

const YEARS = 20
const DRAWS = 6
const SEED = 11
const QUERY = `pay-award=0.01_for.nhs&training-places=0.2_for.adult-nursing_in.3&coastal-rural=2000&posts=social-care.people-65-plus&seed=${SEED}&draws=${DRAWS}`
const files = dataFiles()
let kernel: Uint8Array<ArrayBuffer>
let bundle: EnglandBundle
let every: PolicyBasis
let runs: BuilderRuns

beforeAll(async () => {
  kernel = await freshKernel()
  const inputs = readInputs(files, YEARS)
  const basis = createPolicyBasis(files, inputs)
  const packed = packBundles(
    createEnglandBundle(createFrame(files, inputs, inputs.model), basis, inputs.reference),
    basis,
  )
  bundle = unpackEngland(packed.england)
  every = areasBasis(bundle, unpackAreas(packed.areas))
  const bases = { england: bundle.basis, areas: every }
  runs = createBuilderRuns(bundle, createSimulate(kernel), async (name) => {
    const change = findBasisChange(files, name, bases)
    return unpackChanges(packChanges(new Map([[name, change]]))).get(name)!
  })
})

const stateOf = (query: string) =>
  readAddress(query, bundle.frame.presets, {
    baseYear: bundle.frame.baseYear,
    lastYear: bundle.frame.baseYear + YEARS,
  })

/** Every value of the builder’s measures in a projection that is not the same bits in another. */
function differing(projection: Projection, other: Projection): string[] {
  const found: string[] = []
  for (const [a, area] of projection.areas.entries())
    for (const [s, { level, code }] of projection.series.entries())
      for (const [y, year] of projection.years.entries())
        for (const measure of COMPARED)
          for (const [k, statistic] of STATISTICS.entries()) {
            const at = (from: Projection, places: readonly [number, number]): number =>
              from.values[projectionIndex(from, places[0], places[1], y, from.measures.indexOf(measure), k)]!
            const theirs = other.series.findIndex((each) => each.level === level && each.code === code)
            const place = other.areas.findIndex((each) => each.code === area.code)
            if (!Object.is(at(projection, [a, s]), at(other, [place, theirs])))
              found.push(`${area.code} ${code} ${year} ${measure} ${statistic}`)
          }
  return found
}

describe('the builder on every area', () => {
  it.each([
    QUERY,
    `preset=fails-training-joins&seed=${SEED}&draws=${DRAWS}`,
    `assumptions=fails-retention&${QUERY}`,
  ])('gives the bits of headroom project with its scenario file, seed and draws: %s', async (query) => {
    const state = stateOf(query)
    const { built, areas } = await runs.each(state, every)
    const file = writeScenarioFile(state.built, 'Mine', 'Mine', bundle.frame.presets)
    const projection = await runScenario(
      new Map([...files, ['scenarios/mine.yaml', file]]),
      {
        run: '',
        scenario: 'mine',
        seed: SEED,
        draws: DRAWS,
        design: built.manifest.design,
        years: YEARS,
        headroomVersion: '',
        code: '',
        inputs: {},
        area: null,
      },
      createSimulate(kernel),
    )
    expect(areas).toBe('each')
    expect(built.areas).toEqual(projection.areas)
    expect(differing(built, projection)).toEqual([])
  })

  it('gives a preset that changes assumptions to compare with the bits of the same preset as built', async () => {
    const built = await runs.each(stateOf(`preset=fails-training-joins&seed=${SEED}&draws=${DRAWS}`), every)
    const against = await runs.each(stateOf(`vs=fails-training-joins&seed=${SEED}&draws=${DRAWS}`), every)
    expect(against.against.values).toEqual(built.built.values)
    expect(against.built.values).not.toEqual(built.built.values)
  })

  it('is near the quick view of England as one area', async () => {
    const state = stateOf(QUERY)
    const [one, each] = [await runs.one(state), await runs.each(state, every)]
    const value = ({ built }: typeof one): number =>
      built.values[projectionIndex(built, 0, 0, YEARS, built.measures.indexOf('fte_at_work'), 0)]!
    expect(Math.abs(value(one) / value(each) - 1)).toBeLessThan(0.002)
    expect(one.checksum).not.toBe(each.checksum)
  })
})

describe('what each change does', () => {
  it('counts changed assumptions as one change beside the levers', async () => {
    const parts = await runs.parts(
      stateOf(`pay-award=0.01&assumptions=fails-growth&vs=fails-sickness&draws=${DRAWS}`),
    )
    expect(parts?.parts.map(({ code }) => code)).toEqual([
      ...['a', 'b', 'difference', 'pay-award', 'assumptions', 'interaction'],
    ])
  })

  it('adds up to the difference, in means, with what changes do together', async () => {
    const parts = await runs.parts(stateOf(QUERY))
    expect(parts?.parts.map(({ code }) => code)).toEqual([
      ...['a', 'b', 'difference', 'pay-award', 'training-places', 'coastal-rural', 'posts', 'interaction'],
    ])
    const { values, measures, years } = parts!
    const mean = (part: number, measure: string): number =>
      values[((part * years.length + YEARS) * measures.length + measures.indexOf(measure)) * 5 + 1]!
    for (const measure of ['fte_at_work', 'gap_fte', 'net_cost']) {
      const sum = [3, 4, 5, 6, 7].reduce((total, part) => total + mean(part, measure), 0)
      const whole = mean(2, measure)
      expect(Math.abs(sum - whole)).toBeLessThan(1e-9 * Math.abs(mean(1, measure)))
      expect(Math.abs(mean(1, measure) - mean(0, measure) - whole)).toBeLessThan(
        1e-9 * Math.abs(mean(1, measure)),
      )
    }
  })

  it('is nothing where both scenarios are the same', async () => {
    expect(await runs.parts(stateOf('vs=no-change'))).toBeNull()
    const { comparison } = await runs.one(stateOf(`draws=${DRAWS}`))
    const difference = comparison.values.subarray((comparison.values.length / 3) * 2)
    expect(difference.every((value) => value === 0 || Number.isNaN(value))).toBe(true)
  })
})
