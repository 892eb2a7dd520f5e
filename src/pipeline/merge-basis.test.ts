import { describe, expect, it } from 'vitest'
import { dataFiles } from '../../tests/support/data-files.ts'
import type { EngineModel } from '../domain/engine-model.ts'
import { createPolicyBasis } from './create-policy-basis.ts'
import { mergeAreas } from './merge-areas.ts'
import { mergeBasis } from './policy-basis.ts'
import { readInputs } from './read-inputs.ts'
import { readScenario, scenarioNames } from './read-scenario.ts'
import { resolvePolicy } from './resolve-policy.ts'

const YEARS = 20
const files = dataFiles()
const basis = createPolicyBasis(files, readInputs(files, YEARS))
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
