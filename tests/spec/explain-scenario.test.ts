import { describe, expect, it } from 'vitest'
import type { Projection } from '../../src/domain/projection.ts'
import { leverInputs, scenarioMethod } from '../../src/pipeline/explain-levers.ts'
import { readScenarioInputs } from '../../src/pipeline/read-scenario-inputs.ts'
import { dataFiles } from '../support/data-files.ts'

const files = dataFiles()
const inputsOf = (scenario: Projection['manifest']['scenario']) => readScenarioInputs(files, scenario, 3)
const namesFor = (scenario: string, code: string): string[] => {
  const inputs = inputsOf(scenario)
  const members = inputs.reference.occupations.filter((occupation) => occupation.code === code)
  return leverInputs(files, inputs, members).map(({ name }) => name)
}

describe('an explanation under a scenario', () => {
  it('lists a lever with every number it rests on, for the occupations it touches and no others', () => {
    const names = namesFor('plan-03-return-to-health', 'healthcare-support-workers')
    expect(names).toContain('Lever: Return to Health')
    expect(names).toContain('Return to Health, unit_cost')
    expect(namesFor('plan-03-return-to-health', 'midwives')).toEqual([])
  })

  it('says the scenario, its rules for posts and its changed assumptions; nothing of “no change”', () => {
    expect(scenarioMethod(inputsOf('no-change'))).toEqual([])
    expect(scenarioMethod(inputsOf('posts-follow-65-plus')).join(' ')).toContain(
      'Funded posts of social-care follow people-65-plus.',
    )
    expect(scenarioMethod(inputsOf('fails-productivity')).join(' ')).toContain(
      'What if productivity does not grow at all.',
    )
  })

  it('shows a changed assumption as changed, with the reason and the value before', () => {
    const { book } = inputsOf('fails-productivity')
    const { growth, judgement } = book.productivity.get('nhs')!
    expect([growth, judgement.basis]).toEqual([0, 'assumed'])
    expect(judgement.note).toMatch(/^Scenario: What if productivity does not grow at all\. Before: 0\.009\./)
  })
})
