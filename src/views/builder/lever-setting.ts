import type { Dial, LeverCard } from '../../domain/builder.ts'
import type { ScenarioSetting } from '../../domain/scenario.ts'
import { html, type Markup } from '../markup.ts'
import { dialScale, shown } from './dial-scale.ts'

/** One setting of a lever before it is written; null is one that isn’t set yet. */
export interface SettingRow {
  readonly card: LeverCard
  readonly setting: ScenarioSetting | null
  /** Place among the lever’s settings. */
  readonly index: number
  readonly baseYear: number
  /** Last year that a setting may start in. */
  readonly lastYear: number
}

/** The slider, the number beside it, and for whom and when it applies. */
export function settingRow(row: SettingRow): Markup {
  const { card, setting, index, baseYear } = row
  const { dial } = card
  const scale = dialScale(dial)
  const id = `lever-${card.code}-${index}`
  const value = setting === null ? 0 : shown(setting.setting, scale)
  const who = card.scopes.find(({ code }) => code === setting?.scope)
  const isUsual = setting === null || setting.scope === card.scopes[0]?.code
  const label =
    index === 0 && isUsual ? card.title : `${card.title}${who ? `: ${who.name}` : ', another setting'}`
  return html`<div class="hr-setting" data-setting>
<label class="hr-setting__label" for="${id}">${index === 0 && isUsual ? dial.meaning[0]!.toUpperCase() + dial.meaning.slice(1) : (who?.name ?? 'Another setting')}<span class="govuk-visually-hidden">, ${label}${scale.before ? ', in pounds' : ''}</span></label>
<div class="hr-setting__controls"><input class="hr-slider" type="range" data-slider="${id}" aria-label="${label}" min="${scale.min}" max="${scale.max}" step="${scale.step}" value="${value}" data-before="${scale.before}" data-after="${scale.after}" autocomplete="off" hidden>
<span class="hr-setting__number">${scale.before ? html`<span class="hr-setting__unit" aria-hidden="true">${scale.before}</span>` : null}<input class="govuk-input hr-number" type="number" id="${id}" name="${dial.key}${scale.suffix}" min="${scale.min}" max="${scale.max}" step="any" value="${value}" inputmode="decimal" autocomplete="off" aria-describedby="${id}-unit"><span class="hr-setting__unit" id="${id}-unit">${scale.after}</span></span></div>
${whenAndWhom(row, id, baseYear)}</div>`
}

/** A setting that a scenario gives year by year: said, kept, and taken away by its button. @param short as the address has it */
export function yearlyRow(card: LeverCard, setting: ScenarioSetting, short: string): Markup {
  const said = (setting.path ?? []).map(([year, value]) => `${year}: ${sayDial(value, card.dial)}`)
  const who = card.scopes.find(({ code }) => code === setting.scope)
  return html`<div class="hr-setting"><input type="hidden" name="${card.code}" value="${short}"><p class="govuk-body-s">${who?.name}, set year by year. ${said.join('; ')}.</p><button class="hr-link-button" type="submit" name="drop" value="${card.code}">Take it away<span class="govuk-visually-hidden">: ${card.title}</span></button></div>`
}

function whenAndWhom({ card, setting, lastYear }: SettingRow, id: string, baseYear: number): Markup {
  const from = setting?.from ?? baseYear + 1
  const number = (key: string, label: string, value: number | string, min: number, max: number): Markup =>
    html`<div class="hr-when__item"><label class="govuk-label" for="${id}-${key}">${label}</label><input class="govuk-input hr-number" type="number" id="${id}-${key}" name="${card.code}.${key}" min="${min}" max="${max}" step="1" value="${value}" autocomplete="off"></div>`
  const scope =
    card.scopes.length > 1
      ? html`<div class="hr-when__item hr-when__item--wide"><label class="govuk-label" for="${id}-for">For</label><select class="govuk-select" id="${id}-for" name="${card.code}.for">${card.scopes.map(({ code, name }) => html`<option value="${code}"${code === setting?.scope ? html` selected` : null}>${name}</option>`)}</select></div>`
      : null
  const options = card.options.map((option) => optionField(option, card, setting, id))
  return html`<details class="govuk-details hr-when"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">${sayWhen(card, setting, from)}</span></summary><div class="hr-when__items">${scope}${number('from', 'From March', from, 2000, lastYear)}${number('until', 'Until March (may stay empty)', setting?.until ?? '', 2001, lastYear + 1)}${number('in', 'Years to full height', setting?.phaseIn ?? 1, 1, 25)}${options}</div></details>`
}

function optionField(option: Dial, card: LeverCard, setting: ScenarioSetting | null, id: string): Markup {
  const scale = dialScale(option)
  const key = option.key.replaceAll('_', '-')
  return html`<div class="hr-when__item hr-when__item--wide"><label class="govuk-label" for="${id}-${key}">${option.meaning[0]!.toUpperCase() + option.meaning.slice(1)} (${scale.before}${scale.after})</label><input class="govuk-input hr-number" type="number" id="${id}-${key}" name="${card.code}.${key}${scale.suffix}" min="${scale.min}" max="${scale.max}" step="any" value="${shown(setting?.options[option.key] ?? 0, scale)}" autocomplete="off"></div>`
}

/** A setting as its dial shows it, with its unit: `2% a year`, `£340 million a year`. */
export function sayDial(value: number, dial: Dial): string {
  const scale = dialScale(dial)
  return `${scale.before}${shown(value, scale)}${scale.after.startsWith('%') ? '' : ' '}${scale.after}`
}

/** For whom and when in a few words, such as `All staff, from March 2027, over 3 years`. */
export function sayWhen(
  { scopes, options }: Pick<LeverCard, 'scopes' | 'options'>,
  setting: ScenarioSetting | null,
  from: number,
): string {
  const scope = scopes.find(({ code }) => code === setting?.scope) ?? scopes[0]
  const until = setting?.until ? `until ${setting.until}` : null
  const over = setting && setting.phaseIn > 1 ? `over ${setting.phaseIn} years` : null
  const set = options.filter(({ key }) => setting?.options[key]).map(({ meaning }) => meaning)
  return [scope?.name, `from March ${from}`, until, over, ...set].filter(Boolean).join(', ')
}
