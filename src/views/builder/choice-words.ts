import type { BuilderChoice, BuilderFrame, LeverCard } from '../../domain/builder.ts'
import type { Establishment, ScenarioSetting } from '../../domain/scenario.ts'
import { formatValue } from '../numbers/format-value.ts'
import { sayDial, sayWhen } from './lever-setting.ts'

/** What a scenario changes, a phrase for each change; none where it changes nothing. */
export function sayChoice(
  { levers, establishment, feedback }: BuilderChoice,
  { shifts }: Pick<BuilderFrame, 'shifts'>,
): readonly string[] {
  const cards = shifts.flatMap((shift) => shift.levers)
  return [
    ...cards.flatMap((card) => (levers.get(card.code) ?? []).map((setting) => saySetting(card, setting))),
    ...[...establishment].map(
      ([scope, rule]) => `Funded posts${ofScope(scope, cards)} follow ${sayRule(rule)}`,
    ),
    ...(feedback ? [] : ['What pressure does to leaving, sickness and training is left out']),
  ]
}

/** A setting with its lever: `Pay award: 2% a year. All staff, from March 2027`. */
function saySetting(card: LeverCard, setting: ScenarioSetting): string {
  const { title, dial, scopes } = card
  if (setting.path === null)
    return `${title}: ${sayDial(setting.setting, dial)}. ${sayWhen(card, setting, setting.from)}`
  const who = scopes.find(({ code }) => code === setting.scope)?.name
  const years = setting.path.map(([year, value]) => `${sayDial(value, dial)} from ${year}`)
  return `${title}: ${years.join(', ')}.${who ? ` ${who}` : ''}`
}

function sayRule(rule: Establishment): string {
  if (rule.follows === 'budget')
    return `a budget that grows by ${formatValue(rule.growth, 'share')} a year after inflation`
  if (rule.follows === 'people-65-plus') return 'the number of people of 65 and over'
  if (rule.follows === 'path') return 'a path of their own'
  return rule.follows
}

/** Whom a rule is for, by the name that a lever’s list of staff has for it. */
function ofScope(scope: string, cards: readonly LeverCard[]): string {
  if (scope === 'all') return ''
  const found = cards.flatMap(({ scopes }) => scopes).find(({ code }) => code === scope)
  return ` of ${found?.name ?? scope}`
}
