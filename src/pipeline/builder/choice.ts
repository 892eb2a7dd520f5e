import type { BuilderChoice, BuilderPreset, BuilderState } from '../../domain/builder.ts'
import type { AssumptionChange, Scenario, ScenarioSetting } from '../../domain/scenario.ts'
import type { Lever } from '../../levers/lever.ts'
import { LEVERS } from '../../levers/registry.ts'

/** The choice that changes nothing. */
export const NOTHING_SET: BuilderChoice = {
  assumptions: null,
  feedback: true,
  establishment: new Map(),
  levers: new Map(),
}

/** What a setting of a lever is limited to unless said otherwise. */
export const usualScope = ({ scope }: Lever): string => (typeof scope === 'string' ? 'all' : scope[0]!)

/** A setting of a lever with everything as usual: for everyone, at once, from the year after the base. */
export const usualSetting = (lever: Lever, setting: number, baseYear: number): ScenarioSetting => ({
  scope: usualScope(lever),
  from: baseYear + 1,
  setting,
  until: null,
  phaseIn: 1,
  path: null,
  options: Object.fromEntries(Object.keys(lever.options ?? {}).map((key) => [key, 0])),
  place: ADDRESS,
})

/** Where settings stand that come from an address, for messages. */
export const ADDRESS = { file: 'the address', path: '' } as const

/** What a scenario sets, in the order of the registry, without levers that are set to nothing. */
export function choiceOf({ name, assumptions, feedback, establishment, levers }: Scenario): BuilderChoice {
  const kept = LEVERS.flatMap(({ code }) => {
    const settings = (levers.get(code) ?? []).filter(({ setting, path }) => setting !== 0 || path !== null)
    const placed = settings.map((setting) => ({ ...setting, place: { ...ADDRESS, path: code } }))
    return placed.length > 0 ? [[code, placed] as const] : []
  })
  const posts = [...establishment].filter(([, { follows }]) => follows !== 'need' || establishment.size > 1)
  return {
    assumptions: assumptions.length > 0 ? name : null,
    feedback,
    establishment: new Map(posts),
    levers: new Map(kept),
  }
}

/** A choice as a scenario that the engine’s side can resolve. */
export const scenarioOf = (
  choice: BuilderChoice,
  name: string,
  title: string,
  presets: readonly BuilderPreset[],
): Scenario => ({
  ...choice,
  name,
  file: '',
  title,
  description: title,
  basedOn: [],
  assumptions: changesOf(choice, presets),
})

/** The changes that a choice makes to the book of assumptions. */
export const changesOf = (
  { assumptions }: Pick<BuilderChoice, 'assumptions'>,
  presets: readonly BuilderPreset[],
): readonly AssumptionChange[] => presets.find(({ name }) => name === assumptions)?.book?.changes ?? []

/** True where two choices set the same. */
export const isSameChoice = (a: BuilderChoice, b: BuilderChoice): boolean => keyOf(a) === keyOf(b)

/** A text that is the same for the same choice. */
export function keyOf({ assumptions, feedback, establishment, levers }: BuilderChoice): string {
  const settings = LEVERS.flatMap(({ code }) => {
    const all = levers.get(code) ?? []
    const parts = all.map(({ scope, from, setting, until, phaseIn, path, options }) => [
      ...[scope, from, setting, until, phaseIn, path],
      Object.entries(options).sort(([x], [y]) => (x < y ? -1 : 1)),
    ])
    return parts.length > 0 ? [[code, parts]] : []
  })
  return JSON.stringify([assumptions, feedback, [...establishment], settings])
}

/** The preset that a choice is, if it is one. */
export const presetOf = (
  choice: BuilderChoice,
  presets: readonly BuilderPreset[],
): BuilderPreset | undefined => presets.find((preset) => isSameChoice(preset.choice, choice))

/** What a choice is called: the title of its preset, or `otherwise`. */
export const titleOf = (
  choice: BuilderChoice,
  presets: readonly BuilderPreset[],
  otherwise: string,
): string => presetOf(choice, presets)?.title ?? otherwise

/** What the two scenarios of a state are called. */
export const titlesOf = (
  { built, against }: Pick<BuilderState, 'built' | 'against'>,
  presets: readonly BuilderPreset[],
): { readonly built: string; readonly against: string } => ({
  built: titleOf(built, presets, 'Your scenario'),
  against: titleOf(against, presets, 'The scenario you kept'),
})
