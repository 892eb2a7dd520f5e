import type { Policy, PolicyEffect } from '../domain/policy.ts'
import type { Scenario, ScenarioSetting } from '../domain/scenario.ts'
import { createDraft, type PolicyDraft } from './draft.ts'
import { postsPaths } from './establishment.ts'
import type { Lever, LeverContext, LeverSetting } from './lever.ts'
import { type PolicyNumbers, SHARED } from './numbers.ts'
import { givenPath, isNothing, settingPath } from './paths.ts'
import { createTools } from './policy-builder.ts'

/**
 * Turns a scenario’s settings into what the model reads. A lever that is never set to anything but zero adds
 * nothing, so that the model stays the same to the bit.
 * @param older England’s people of 65 and over relative to the base [t]
 */
export function createPolicy(
  scenario: Pick<Scenario, 'name' | 'feedback' | 'establishment' | 'levers'>,
  levers: readonly Lever[],
  context: LeverContext,
  numbers: PolicyNumbers,
  older: Float64Array,
): Policy {
  const { baseYear, years, occupations } = context
  const draft = createDraft(occupations.length, years)
  for (const lever of levers) {
    const settings = (scenario.levers.get(lever.code) ?? [])
      .map((setting) => asPath(setting, baseYear, years))
      .filter(({ path }) => !isNothing(path))
    if (settings.length > 0) lever.apply(settings, createTools(lever, context, numbers, draft))
  }
  return {
    scenario: scenario.name,
    feedback: scenario.feedback,
    effects: [...draft.effects, ...sharedEffects(draft, numbers, years)],
    intakes: draft.intakes,
    international: {
      factor: draft.internationalFactor.map((factor) => Math.max(0, factor)),
      floor: draft.internationalFloor,
      cap: draft.internationalCap,
    },
    added: draft.added,
    pay: draft.pay,
    postsPath: postsPaths(scenario.establishment, occupations, baseYear, older),
    transfers: draft.transfers,
    timeFreed: draft.timeFreed,
    timeAtWork: draft.timeAtWork,
    participation: draft.participation,
    costs: draft.costs,
  }
}

const asPath = (setting: ScenarioSetting, baseYear: number, years: number): LeverSetting => ({
  scope: setting.scope,
  path:
    setting.path === null
      ? settingPath(setting.setting, setting, baseYear, years)
      : givenPath(setting.path, baseYear, years),
  options: setting.options,
})

/** How uncertain all time freed and all added joiners are, whichever levers bring them. */
function sharedEffects(draft: PolicyDraft, numbers: PolicyNumbers, years: number): PolicyEffect[] {
  const effect = (
    target: 'time-freed' | 'added',
    parameter: string,
    table: Float64Array,
    width: number,
  ): PolicyEffect[] => {
    const members = membersOf(table, width)
    if (members.length === 0) return []
    const { distribution: strength } = numbers.parameter(SHARED, parameter)
    const path = new Float64Array(years).fill(1)
    return [{ id: `lever:${SHARED}:${parameter}`, lever: SHARED, target, members, path, strength }]
  }
  return [
    ...effect('time-freed', 'time_freed', draft.timeFreed, years + 1),
    ...effect('added', 'added', draft.added, years),
  ]
}

/** Indices of the rows of a table that are not all zero. */
function membersOf(table: Float64Array, width: number): Int32Array {
  const rows = Array.from({ length: table.length / width }, (_, i) => i)
  return Int32Array.from(rows.filter((i) => !isNothing(table.subarray(i * width, (i + 1) * width))))
}
