import { beforeAll, describe, expect, it } from 'vitest'
import { freshKernel } from '../../build-kernel.js'
import { dataFiles } from '../../tests/support/data-files.ts'
import type { EngineModel } from '../domain/engine-model.ts'
import type { Simulate } from '../domain/ensemble.ts'
import { MEASURES } from '../domain/measure.ts'
import { STATISTICS } from '../domain/projection.ts'
import { createSimulate } from '../engine/ensemble/simulate.ts'
import { builderSeries } from './builder/bundle.ts'
import { changeAssumptions } from './change-assumptions.ts'
import { createPolicyBasis } from './create-policy-basis.ts'
import { limitAreas } from './limit-areas.ts'
import { mergeAreas } from './merge-areas.ts'
import { mergeBasis } from './policy-basis.ts'
import { readInputs } from './read-inputs.ts'
import { readScenario, scenarioNames } from './read-scenario.ts'
import { resolvePolicy } from './resolve-policy.ts'

const YEARS = 20
const files = dataFiles()
const inputs = readInputs(files, YEARS)
const basis = createPolicyBasis(files, inputs)
const merged = mergeBasis(basis)

/** Every number of a model by where it stands. */
function numbersIn(value: unknown, path = ''): [path: string, numbers: ArrayLike<number>][] {
  if (value instanceof Float64Array || value instanceof Int32Array) return [[path, value]]
  if (typeof value === 'number') return [[path, [value]]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inside]) => numbersIn(inside, `${path}.${key}`))
}

describe('a policy on England as one area', () => {
  it.each(scenarioNames(files))('is the policy on every area, seen as one: %s', (name) => {
    const scenario = readScenario(files, name)
    const applied: EngineModel = mergeAreas(resolvePolicy(scenario, basis).model)
    const direct: EngineModel = resolvePolicy(scenario, merged).model
    expect(direct.effects.map(({ id, target }) => [id, target])).toEqual(
      applied.effects.map(({ id, target }) => [id, target]),
    )
    const expected = new Map(numbersIn(applied))
    const found = numbersIn(direct)
    expect(found.length).toBe(expected.size)
    for (const [path, numbers] of found) {
      const others = expected.get(path)!
      expect(numbers.length, path).toBe(others.length)
      for (let i = 0; i < numbers.length; i++) {
        const [a, b] = [numbers[i]!, others[i]!]
        if (Object.is(a, b)) continue
        expect(Math.abs(a - b), `${path}[${i}]: ${a} and ${b}`).toBeLessThanOrEqual(1e-12 * Math.abs(b))
      }
    }
  })
})

/** Some areas of several regions, and few draws: enough to see how areas drift apart, quick enough for every scenario. */
const AREAS = [1, 12, 23, 34]
const DRAWS = 6
const COMPARED = ['supply_fte', 'fte_at_work', 'need_fte', 'funded_fte', 'coverage', 'pay_bill']
/** Farthest that one area may lie from the sum, as a share: the central run, and percentiles of draws. */
const NEAR = [
  ['central', 0.004],
  ['p10', 0.02],
  ['p50', 0.02],
  ['p90', 0.02],
] as const

describe('some areas as one', () => {
  const { series, aggregation } = builderSeries(inputs.reference)
  let simulate: Simulate
  beforeAll(async () => {
    simulate = createSimulate(await freshKernel())
  })

  it.each(scenarioNames(files))(
    'are near their sum in the middle and at the ends of ranges: %s',
    async (name) => {
      const scenario = readScenario(files, name)
      const changed = changeAssumptions(files, scenario.assumptions)
      const on = changed === files ? basis : createPolicyBasis(changed, readInputs(changed, YEARS))
      const model = limitAreas(resolvePolicy(scenario, on).model, AREAS)
      const run = async (of: EngineModel, rollUp: boolean): Promise<Float64Array> => {
        const request = { model: of, aggregation, seed: 3, draws: DRAWS, rollUp, measures: COMPARED }
        return (await simulate(request)).values.slice()
      }
      const [sum, one] = [await run(model, true), await run(mergeAreas(model), false)]
      let compared = 0
      for (const [i, { code, level }] of series.entries())
        for (let t = 0; t <= YEARS; t++)
          for (const measure of COMPARED)
            for (const [statistic, near] of NEAR) {
              const m = MEASURES.findIndex((each) => each.code === measure)
              const s = STATISTICS.indexOf(statistic)
              const at = ((i * (YEARS + 1) + t) * MEASURES.length + m) * STATISTICS.length + s
              if (level === 'unpaid_care' || !Number.isFinite(sum[at]!)) continue
              compared++
              const apart = Math.abs(one[at]! / sum[at]! - 1)
              expect(apart, `${code} ${measure} ${statistic} after ${t} years`).toBeLessThan(near)
            }
      expect(compared).toBe(4 * COMPARED.length * (YEARS + 1) * NEAR.length)
    },
  )
})
