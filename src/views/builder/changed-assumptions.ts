import type { BookChange, BuilderFrame, BuilderState } from '../../domain/builder.ts'
import { html, type Markup } from '../markup.ts'

/** Rows named one by one; of more, their table. */
const MOST_NAMED = 4

type Presets = Pick<BuilderFrame, 'presets'>

/** The choice of changes to the book of assumptions, and what they are, of both scenarios. */
export function changedAssumptions({ built, against }: BuilderState, { presets }: Presets): Markup {
  const books = presets.filter(({ book }) => book !== null)
  const options = books.map(
    ({ name, title }) =>
      html`<option value="${name}"${name === built.assumptions ? html` selected` : null}>${title}</option>`,
  )
  return html`<details class="hr-shift"${built.assumptions === null && against.assumptions === null ? null : html` open`}><summary class="hr-shift__summary"><h3 class="hr-shift__title">Assumptions</h3><span class="hr-shift__count">${built.assumptions === null ? null : '1 set'}</span></summary><fieldset class="hr-lever"><legend class="hr-lever__title">If an assumption fails</legend><div class="hr-when__items"><div class="hr-when__item hr-when__item--wide"><label class="govuk-label" for="assumptions">Work with</label><select class="govuk-select" id="assumptions" name="assumptions"><option value="">the book of assumptions as it is</option>${options}</select></div></div>${what('This scenario changes', built.assumptions, { presets })}${what('The scenario it is compared with changes', against.assumptions, { presets })}</fieldset></details>`
}

/** What a preset changes, row by row; null where the book stays as it is. */
function what(intro: string, name: string | null, { presets }: Presets): Markup | null {
  const book = presets.find((preset) => preset.name === name)?.book
  if (!book) return null
  return html`<div class="hr-changed"><p class="govuk-body-s">${intro}:</p><ul class="govuk-list govuk-list--bullet govuk-body-s hr-changed__list">${book.says.map((change) => html`<li>${change.column === null ? null : `${change.column}, `}${change.what}: ${rows(change)}. ${change.reason}</li>`)}</ul></div>`
}

function rows({ table, tableName, rows: all }: BookChange): readonly Markup[] {
  if (all.length > MOST_NAMED)
    return [
      html`<a class="govuk-link" href="/assumptions?table=${table}">all ${all.length} rows of “${tableName}”</a>`,
    ]
  return all.map(
    ({ key, name }, i) =>
      html`${i === 0 ? null : '; '}<a class="govuk-link" href="/assumptions/${table}/${encodeURIComponent(key)}">${name}</a>`,
  )
}
