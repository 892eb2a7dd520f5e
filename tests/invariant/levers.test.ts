import { beforeAll, describe, expect, it } from 'vitest'
import { freshKernel } from '../../build-kernel.js'
import { comparisonValue } from '../../src/domain/comparison.ts'
import type { EngineModel } from '../../src/domain/engine-model.ts'
import type { Simulate } from '../../src/domain/ensemble.ts'
import { MEASURES } from '../../src/domain/measure.ts'
import type { Scenario } from '../../src/domain/scenario.ts'
import { createSimulate } from '../../src/engine/ensemble/simulate.ts'
import type { Lever } from '../../src/levers/lever.ts'
import { LEVERS } from '../../src/levers/registry.ts'
import { compareScenarios } from '../../src/pipeline/compare-scenarios.ts'
import { limitAreas } from '../../src/pipeline/limit-areas.ts'
import { readInputs } from '../../src/pipeline/read-inputs.ts'
import { readScenario } from '../../src/pipeline/read-scenario.ts'
import { resolveScenario } from '../../src/pipeline/read-scenario-inputs.ts'
import { createAggregation } from '../../src/results/aggregation.ts'
import { dataFiles } from '../support/data-files.ts'

const YEARS = 12
const files = dataFiles()
const inputs = readInputs(files, YEARS)
const noChange = readScenario(files, 'no-change')
const { series, aggregation } = createAggregation(inputs.reference)
/** Cornwall: on the coast and rural, so that every lever reaches it. */
const AREA = inputs.reference.areas.findIndex(({ code }) => code === 'QT6')

let simulate: Simulate
beforeAll(async () => {
  simulate = createSimulate(await freshKernel())
})

/** What a lever’s settings are for, where they must be for something. */
const SCOPES: Readonly<Record<string, string>> = { technology: 'care-assistive' }
/** A strong setting, where the middle of its limits is beyond all sense. */
const STRONG: Readonly<Record<string, number>> = {
  'training-places': 0.5,
  'international-cap': 4,
  'international-floor': 2,
}

function modelWith(lever: Lever, share: number): EngineModel {
  const { min, max } = lever.setting
  const strong = STRONG[lever.code] ?? max / 2
  const setting = Math.max(min, strong * share)
  const scenario: Scenario = {
    ...noChange,
    levers: new Map([
      [
        lever.code,
        [
          {
            scope: SCOPES[lever.code] ?? 'all',
            from: 2026,
            until: null,
            phaseIn: 1,
            path: null,
            setting,
            options: { given_back: 0.3 },
            place: { file: 'test', path: lever.code },
          },
        ],
      ],
    ]),
  }
  return limitAreas(resolveScenario(files, scenario, inputs).model, [AREA])
}

/** The central value of a measure of a series in the last year. */
async function lastValue(model: EngineModel, measure: string, code: string): Promise<number> {
  const { values } = await simulate({ model, aggregation, seed: 1, draws: 1, rollUp: false })
  const s = series.findIndex((candidate) => candidate.code === code)
  const m = MEASURES.findIndex((candidate) => candidate.code === measure)
  const statistics = values.length / (series.length * (YEARS + 1) * MEASURES.length)
  return values[((s * (YEARS + 1) + YEARS) * MEASURES.length + m) * statistics]!
}

describe.each(LEVERS)('$code', (lever) => {
  it('does nothing at zero: the model is the same to the bit', () => {
    expect(modelWith(lever, 0)).toEqual(limitAreas(inputs.model, [AREA]))
  })

  it.each(lever.directions)(
    'moves $measure of $series by sign $sign, more the more it is set',
    async (way) => {
      const at = (share: number): Promise<number> =>
        lastValue(modelWith(lever, share), way.measure, way.series)
      const [none, some, most] = [await at(0), await at(0.5), await at(1)]
      expect(Number.isNaN(none)).toBe(false)
      expect(way.sign * (some - none)).toBeGreaterThanOrEqual(0)
      expect(way.sign * (most - some)).toBeGreaterThanOrEqual(0)
      expect(way.sign * (most - none)).toBeGreaterThan(0)
    },
  )

  it('has words for all that a reader asks', () => {
    for (const text of [lever.title, lever.summary, lever.basis, lever.lag, lever.cost, lever.payer])
      expect(text.length).toBeGreaterThan(3)
    for (const text of [lever.decides, lever.limits, lever.setting.meaning, lever.setting.unit])
      expect(text.length).toBeGreaterThan(2)
    expect(lever.directions.length).toBeGreaterThan(0)
  })
})

describe('levers that can be set below zero go the other way', () => {
  it.each(LEVERS.filter(({ setting }) => setting.min < 0))('$code', async (lever) => {
    const [way] = lever.directions
    const none = await lastValue(modelWith(lever, 0), way!.measure, way!.series)
    const less = await lastValue(modelWith(lever, -0.4), way!.measure, way!.series)
    expect(way!.sign * (less - none)).toBeLessThan(0)
  })
})

describe('compare', () => {
  const text = (levers: string): string =>
    `headroom: scenario/1\ntitle: T\ndescription: D\nbased_on: plan-03-return-to-health\nestablishment:\n  social-care: { follows: budget, growth: 0.01 }\nfeedback: false\nassumptions:\n  - { table: growth, column: growth, plus: 0.002, reason: R. }\nlevers:\n${levers}`
  const given = new Map([
    ...files,
    [
      'scenarios/mine.yaml',
      text(
        '  pay-award: { from: 2027, setting: 0.02 }\n  retention-programme: { from: 2027, setting: 1 }\n  managers: { from: 2027, setting: 1000 }\n',
      ),
    ],
  ])

  it('takes the difference apart so that the parts sum to it, in the central run and in the mean', async () => {
    const request = {
      a: 'no-change',
      b: 'mine',
      area: 'QT6',
      draws: 8,
      seed: 1,
      years: 6,
      series: 'midwives',
    }
    const comparison = await compareScenarios(given, request, simulate)
    const { parts, series: compared, years, measures } = comparison
    expect(parts.map(({ code }) => code)).toEqual([
      ...['a', 'b', 'difference', 'pay-award', 'retention-programme', 'return-to-health', 'managers'],
      ...['posts', 'feedback', 'assumptions', 'interaction'],
    ])
    let seen = 0
    for (const [s] of compared.entries())
      for (const [t] of years.entries())
        for (const [m] of measures.entries())
          for (const statistic of ['central', 'mean'] as const) {
            const at = (p: number): number => comparisonValue(comparison, p, s, t, m, statistic)
            const total = at(2)
            if (Number.isNaN(total)) continue
            seen++
            const sum = parts.reduce((all, _, p) => (p > 2 ? all + at(p) : all), 0)
            const scale = Math.max(1, Math.abs(at(0)), Math.abs(at(1)))
            expect(Math.abs(sum - total) / scale).toBeLessThanOrEqual(1e-9)
            expect(Math.abs(at(1) - at(0) - total) / scale).toBeLessThanOrEqual(1e-9)
          }
    expect(seen).toBeGreaterThan(1000)
  })

  it('refuses a scenario compared with itself', async () => {
    const request = { a: 'mine', b: 'mine', area: null, draws: 1, seed: 1, years: 1, series: null }
    await expect(compareScenarios(given, request, simulate)).rejects.toThrow(/nothing to compare/)
  })
})
