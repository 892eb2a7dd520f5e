import type { BuilderChoice, BuilderPreset, BuilderState } from '../../domain/builder.ts'
import type { Establishment, ScenarioSetting } from '../../domain/scenario.ts'
import type { Lever } from '../../levers/lever.ts'
import { LEVERS } from '../../levers/registry.ts'
import { isSameChoice, NOTHING_SET, presetOf, usualSetting } from './choice.ts'

/** What the page shows where the address says nothing of it. */
export const USUAL = { seed: 1, draws: 200 } as const

/** Marks what is said of the scenario compared with. */
export const AGAINST = 'vs'

/** Names the preset whose changes to the book of assumptions apply. */
export const BOOK = 'assumptions'

/** Between settings of one lever, between the parts of a setting, between a part’s key and its value. */
export const SIGNS = { settings: '*', parts: '_', key: '.' } as const

/**
 * The one address of a state, as the query after `?`. What is as usual is left out.
 * @param lastYear the year that the page is about unless said otherwise
 */
export function writeAddress(
  { built, against, year, seed, draws }: BuilderState,
  presets: readonly BuilderPreset[],
  { baseYear, lastYear }: { readonly baseYear: number; readonly lastYear: number },
): string {
  const query = new URLSearchParams()
  for (const [key, value] of choiceParts(built, baseYear)) query.append(key, value)
  if (!isSameChoice(against, NOTHING_SET)) {
    const preset = presetOf(against, presets)
    if (preset) query.append(AGAINST, preset.name)
    else for (const [key, value] of choiceParts(against, baseYear)) query.append(`${AGAINST}.${key}`, value)
  }
  if (year !== lastYear) query.append('year', String(year))
  if (seed !== USUAL.seed) query.append('seed', String(seed))
  if (draws !== USUAL.draws) query.append('draws', String(draws))
  return query.toString()
}

/** What the address says of a choice, key by key. */
export function choiceParts(
  { assumptions, feedback, establishment, levers }: BuilderChoice,
  baseYear: number,
): [string, string][] {
  const parts = LEVERS.flatMap((lever): [string, string][] => {
    const settings = levers.get(lever.code) ?? []
    const texts = settings.map((setting) => writeSetting(lever, setting, baseYear))
    return texts.length > 0 ? [[lever.code, texts.join(SIGNS.settings)]] : []
  })
  if (establishment.size > 0) parts.push(['posts', writePosts(establishment)])
  if (assumptions !== null) parts.push([BOOK, assumptions])
  if (!feedback) parts.push(['feedback', 'off'])
  return parts
}

/** A setting in short: `0.02_for.nhs_from.2030`; of a path, the years it names: `0.1_2028.0.05_2030.0.1`. */
export function writeSetting(lever: Lever, setting: ScenarioSetting, baseYear: number): string {
  const usual = usualSetting(lever, setting.setting, baseYear)
  const { scope, from, until, phaseIn, path, options } = setting
  const parts = [
    ...(scope === usual.scope ? [] : [['for', scope]]),
    ...(path || from === usual.from ? [] : [['from', from]]),
    ...(until === null ? [] : [['until', until]]),
    ...(phaseIn === usual.phaseIn ? [] : [['in', phaseIn]]),
    ...(path ?? []),
    ...Object.entries(options).flatMap(([key, value]) =>
      value === 0 ? [] : [[key.replaceAll('_', '-'), value]],
    ),
  ]
  return [setting.setting, ...parts.map((part) => part.join(SIGNS.key))].join(SIGNS.parts)
}

/** Rules for posts: `nhs.budget_0.01*social-care.people-65-plus`. */
export const writePosts = (rules: BuilderChoice['establishment']): string =>
  [...rules].map(([scope, rule]) => `${scope}${SIGNS.key}${writeRule(rule)}`).join(SIGNS.settings)

function writeRule(rule: Establishment): string {
  if (rule.follows === 'budget') return `budget${SIGNS.parts}${rule.growth}`
  if (rule.follows !== 'path') return rule.follows
  return ['path', ...rule.path.map(([year, factor]) => `${year}${SIGNS.key}${factor}`)].join(SIGNS.parts)
}
