import type { ComparisonPart } from '../domain/comparison.ts'
import type { Scenario } from '../domain/scenario.ts'
import { LEVERS } from '../levers/registry.ts'

/** A change from one scenario to another, and the first scenario with that change alone. */
export interface Change {
  readonly part: ComparisonPart
  readonly scenario: Scenario
}

/** Every change between two scenarios, levers in the order of the registry. */
export function changesBetween(a: Scenario, b: Scenario): Change[] {
  const isSame = (x: unknown, y: unknown): boolean => JSON.stringify(x) === JSON.stringify(y)
  const settingsOf = ({ levers }: Scenario, code: string) =>
    (levers.get(code) ?? []).map(({ place: _, ...setting }) => setting)
  const levers = LEVERS.filter(({ code }) => !isSame(settingsOf(a, code), settingsOf(b, code)))
  const changesOf = ({ assumptions }: Scenario) => assumptions.map(({ place: _, ...change }) => change)
  return [
    ...levers.map(
      ({ code, title }): Change => ({
        part: { kind: 'lever', code, title },
        scenario: { ...a, levers: new Map([...a.levers, [code, b.levers.get(code) ?? []]]) },
      }),
    ),
    ...(isSame([...a.establishment], [...b.establishment])
      ? []
      : [change('posts', 'Rules for funded posts', { ...a, establishment: b.establishment })]),
    ...(a.feedback === b.feedback
      ? []
      : [change('feedback', 'Feedback of pressure', { ...a, feedback: b.feedback })]),
    ...(isSame(changesOf(a), changesOf(b))
      ? []
      : [change('assumptions', 'Changed assumptions', { ...a, assumptions: b.assumptions })]),
  ]
}

const change = (kind: 'posts' | 'feedback' | 'assumptions', title: string, scenario: Scenario): Change => ({
  part: { kind, code: kind, title },
  scenario,
})
