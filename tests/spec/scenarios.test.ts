import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { InputFiles } from '../../src/domain/input-files.ts'
import { CATALOGUE, type ErrorCode } from '../../src/errors/catalogue.ts'
import { HeadroomError } from '../../src/errors/headroom-error.ts'
import { LEVERS } from '../../src/levers/registry.ts'
import { changeAssumptions } from '../../src/pipeline/change-assumptions.ts'
import { readInputs } from '../../src/pipeline/read-inputs.ts'
import { readScenario, scenarioNames } from '../../src/pipeline/read-scenario.ts'
import { resolveScenario } from '../../src/pipeline/read-scenario-inputs.ts'
import { dataFiles, ROOT } from '../support/data-files.ts'

const files = dataFiles()
const names = scenarioNames(files)
const inputs = readInputs(files, 2)

const HEAD = 'headroom: scenario/1\ntitle: A test\ndescription: Of a test.\n'
const withScenario = (text: string, name = 'mine'): InputFiles =>
  new Map([...files, [`scenarios/${name}.yaml`, text]])

/** The error that reading a scenario and applying it ends with. */
function errorOf(text: string, more: readonly (readonly [string, string])[] = []): HeadroomError {
  const given = new Map([...withScenario(text), ...more])
  try {
    const scenario = readScenario(given, 'mine')
    changeAssumptions(given, scenario.assumptions)
    resolveScenario(given, scenario, inputs)
  } catch (error) {
    if (error instanceof HeadroomError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

describe('the scenarios of the repository', () => {
  it.each(names)('%s can be read, and its levers and changes apply', (name) => {
    const scenario = readScenario(files, name)
    expect(scenario.title).not.toBe('')
    expect(() => changeAssumptions(files, scenario.assumptions)).not.toThrow()
    expect(() => resolveScenario(files, scenario, inputs)).not.toThrow()
  })

  it('are all there', () => expect(names).toEqual(SCENARIOS))

  it('use every lever', () => {
    const used = new Set(names.flatMap((name) => [...readScenario(files, name).levers.keys()]))
    expect(LEVERS.map(({ code }) => code).filter((code) => !used.has(code))).toEqual([])
  })

  it('the plan is its ten points, and no lever is in two of them', () => {
    const points = names.filter((name) => name.startsWith('plan-')).map((name) => readScenario(files, name))
    expect(points).toHaveLength(10)
    const settings = points.flatMap(({ levers }) => [...levers])
    expect(new Set(settings.map(([code]) => code)).size).toBe(settings.length)
    expect(readScenario(files, 'ten-point-plan').levers).toEqual(new Map(settings))
  })

  it('“no change” changes nothing, to the bit', () => {
    const { model } = resolveScenario(files, readScenario(files, 'no-change'), inputs)
    expect(model).toEqual(inputs.model)
  })
})

describe('a wrong scenario', () => {
  const cases: readonly (readonly [string, ErrorCode, string, string])[] = [
    ['an unknown lever', 'scenario-lever', 'levers: { pay-awrd: { from: 2027, setting: 0.1 } }', 'pay-award'],
    [
      'a setting out of limits',
      'scenario-setting',
      'levers: { pay-award: { from: 2027, setting: 3 } }',
      '0.15',
    ],
    [
      'a wrong unit',
      'scenario-unit',
      'levers: { pay-award: { from: 2027, setting: 0.1, unit: pounds } }',
      'share a year',
    ],
    ['an unknown key', 'scenario-key', 'lever: {}', 'establishment'],
    [
      'an unknown key of a setting',
      'scenario-key',
      'levers: { pay-award: { start: 2027, setting: 0 } }',
      'phase_in',
    ],
    ['a wrong type', 'scenario-value', 'feedback: sometimes', 'true or false'],
    [
      'a number that is none',
      'scenario-value',
      'levers: { pay-award: { from: soon, setting: 0 } }',
      'levers.pay-award.from',
    ],
    [
      'an unknown staff group',
      'scenario-value',
      'levers: { pay-award: { for: nurse, from: 2027, setting: 0.1 } }',
      'nurse',
    ],
    ['a missing kind', 'scenario-value', 'levers: { technology: { from: 2027, setting: 0.1 } }', 'telecare'],
    [
      'an end before the start',
      'scenario-value',
      'levers: { pay-award: { from: 2030, until: 2029, setting: 0 } }',
      'after 2030',
    ],
    ['an unknown rule for posts', 'scenario-value', 'establishment: { nhs: { follows: hope } }', 'budget'],
    ['posts of nobody', 'scenario-value', 'establishment: { wizards: { follows: need } }', 'wizards'],
    [
      'an unknown table',
      'scenario-assumption',
      'assumptions: [{ table: luck, column: x, value: 1, reason: R. }]',
      'luck',
    ],
    [
      'an unknown row',
      'scenario-assumption',
      'assumptions: [{ table: growth, row: { service: spa }, column: growth, value: 0, reason: R. }]',
      'service spa',
    ],
    [
      'an unknown column',
      'scenario-assumption',
      'assumptions: [{ table: growth, column: speed, value: 0, reason: R. }]',
      'speed',
    ],
    [
      'a change without a reason',
      'scenario-value',
      'assumptions: [{ table: growth, column: growth, value: 0 }]',
      'assumptions[0].reason',
    ],
    ['an unknown base', 'scenario-unknown', 'based_on: nothing-known', 'no-change'],
    ['a scenario based on itself', 'scenario-cycle', 'based_on: mine', 'mine, mine'],
    ['text that is no YAML', 'scenario-syntax', 'levers: [', 'mine.yaml'],
  ]

  it.each(cases)('%s: %s', (_, code, text, says) => {
    const error = errorOf(HEAD + text)
    expect(error.code).toBe(code)
    expect(`${error.message} ${error.next}`).toContain(says)
    expect(`${error.message} ${error.next}`).not.toMatch(/[{}]/)
  })

  it('every error about scenarios has its case here', () => {
    const covered = new Set(cases.map(([, code]) => code))
    const codes = Object.keys(CATALOGUE).filter((code) => code.startsWith('scenario-'))
    expect(codes.filter((code) => !covered.has(code as ErrorCode))).toEqual([])
  })

  it('a ring of three names all of it', () => {
    const error = errorOf(`${HEAD}based_on: two`, [
      ['scenarios/two.yaml', `${HEAD}based_on: three`],
      ['scenarios/three.yaml', `${HEAD}based_on: mine`],
    ])
    expect(error.code).toBe('scenario-cycle')
    expect(error.message).toContain('mine, two, three, mine')
  })

  it('an impossible value of an assumption is refused where the table is read', () => {
    const change = 'assumptions: [{ table: training-programmes, column: join, times: 3, reason: R. }]'
    const given = withScenario(HEAD + change)
    const { assumptions } = readScenario(given, 'mine')
    expect(() => readInputs(changeAssumptions(given, assumptions), 1)).toThrow(
      /training-programmes\.csv, row 2, column join: 2\.88 can’t be right; it must lie from 0 to 1/,
    )
  })
})

describe('the guide to writing a scenario', () => {
  it('shows examples that can be read and applied', () => {
    const guide = readFileSync(join(ROOT, 'docs/how-to/write-a-scenario.md'), 'utf8')
    const [whole, posts] = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text ?? '')
    for (const text of [whole!, HEAD + posts!]) {
      const given = withScenario(text)
      const scenario = readScenario(given, 'mine')
      expect(() => changeAssumptions(given, scenario.assumptions)).not.toThrow()
      expect(() => resolveScenario(given, scenario, inputs)).not.toThrow()
    }
  })
})

describe('based_on', () => {
  it('takes over what is not said again', () => {
    const base = `${HEAD}feedback: false\nlevers:\n  pay-award: { from: 2027, setting: 0.1 }\n  managers: { from: 2027, setting: 5 }`
    const text = `${HEAD}based_on: base\nlevers:\n  pay-award: []`
    const scenario = readScenario(new Map([...withScenario(text), ['scenarios/base.yaml', base]]), 'mine')
    expect(scenario.feedback).toBe(false)
    expect(scenario.basedOn).toEqual(['base'])
    expect(scenario.levers.get('pay-award')).toEqual([])
    expect(scenario.levers.get('managers')?.[0]?.setting).toBe(5)
  })
})

const SCENARIOS = [
  'no-change',
  'circuit-breaker',
  'fails-care-pay',
  'fails-early-retirement',
  'fails-growth',
  'fails-international',
  'fails-productivity',
  'fails-retention',
  'fails-sickness',
  'fails-training-joins',
  'international-high',
  'international-low',
  'local-recruitment',
  'ltwp-2023-training',
  'no-feedback',
  'plan-01-circuit-breaker',
  'plan-02-long-term-planning',
  'plan-03-return-to-health',
  'plan-04-leadership',
  'plan-05-roles-and-learning',
  'plan-06-return-to-work',
  'plan-07-discrimination',
  'plan-08-social-care-council',
  'plan-09-unpaid-care',
  'plan-10-managers-and-technology',
  'posts-follow-65-plus',
  'posts-follow-budget',
  'productivity-plan',
  'ten-point-plan',
]
