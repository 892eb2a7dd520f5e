import type { BuilderForm, BuilderFrame, LeverCard, LeverNumber } from '../../domain/builder.ts'
import { html, type Markup } from '../markup.ts'
import { settingRow, yearlyRow } from './lever-setting.ts'

/** A lever: its settings, how well its effect is known, and what stands behind it. */
export function leverCard(
  card: LeverCard,
  { state, add, byYear }: Pick<BuilderForm, 'state' | 'add' | 'byYear'>,
  { baseYear, years }: Pick<BuilderFrame, 'baseYear' | 'years'>,
): Markup {
  const settings = state.built.levers.get(card.code) ?? []
  const rows = settings.length === 0 || add === card.code ? [...settings, null] : settings
  const drawn = rows.map((setting, index) => {
    const short = byYear.get(`${card.code}/${index}`)
    return setting && short
      ? yearlyRow(card, setting, short)
      : settingRow({ card, setting, index, baseYear, lastYear: baseYear + years })
  })
  const [kind = ''] = card.evidence.split(':')
  const more =
    card.scopes.length > 1
      ? html`<button class="hr-link-button" type="submit" name="add" value="${card.code}">Add a setting for others<span class="govuk-visually-hidden"> to ${card.title}</span></button>`
      : null
  return html`<fieldset class="hr-lever${settings.length > 0 ? ' hr-lever--set' : ''}" data-lever="${card.code}"><legend class="hr-lever__title">${card.title}</legend><p class="hr-lever__evidence"><span class="hr-mark hr-mark--evidence">${kind}</span> ${summaryOfNumbers(card.numbers)}</p>${drawn}${more}${behind(card)}</fieldset>`
}

const QUALITIES = ['green', 'amber', 'red'] as const

/** How many of a lever’s numbers are of each quality. */
function summaryOfNumbers(numbers: readonly LeverNumber[]): string {
  if (numbers.length === 0) return 'Its numbers are in the book of assumptions'
  const counts = QUALITIES.flatMap((quality) => {
    const count = numbers.filter((number) => number.quality === quality).length
    return count > 0 ? [`${count} ${quality}`] : []
  })
  return `${numbers.length === 1 ? '1 number' : `${numbers.length} numbers`}: ${counts.join(', ')}`
}

function behind(card: LeverCard): Markup {
  const facts: readonly (readonly [string, string])[] = [
    ['What is known', card.evidence],
    ['What it rests on', card.basis],
    ['When it works', card.lag],
    ['What it costs', card.cost],
    ['Who pays', card.payer],
    ['Who decides', card.decides],
    ['What it leaves out', card.limits],
  ]
  return html`<details class="govuk-details hr-behind"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">What stands behind it<span class="govuk-visually-hidden">: ${card.title}</span></span></summary><div class="govuk-details__text"><p>${card.summary}</p><dl class="hr-facts">${facts.map(([term, text]) => html`<dt>${term}</dt><dd>${text[0]?.toUpperCase()}${text.slice(1)}</dd>`)}</dl>${numberList(card.numbers)}</div></details>`
}

function numberList(numbers: readonly LeverNumber[]): Markup | null {
  if (numbers.length === 0) return null
  const items = numbers.map(
    ({ parameter, value, low, high, unit, quality, basis, source, note }) =>
      html`<li><span class="hr-mark hr-mark--${quality}">${quality}</span> <strong>${parameter}</strong>: ${value} ${unit}${low === high ? null : ` (${low} to ${high})`}, ${basis}. ${source}. ${note}</li>`,
  )
  return html`<p class="hr-facts__heading">The numbers it rests on</p><ul class="hr-facts__numbers">${items}</ul>`
}
