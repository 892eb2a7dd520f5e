import type { BuilderForm, BuilderFrame } from '../../domain/builder.ts'
import { html, type Markup, type Part } from '../markup.ts'
import { changedAssumptions } from './changed-assumptions.ts'
import { leverCard } from './lever-card.ts'

/** The form of the builder. Without script it asks the server; every control is named as the address names it. */
export function builderForm(form: BuilderForm, frame: BuilderFrame): Markup {
  const { state, kept } = form
  return html`<form class="hr-build__form" id="builder-form" method="get" action="/build" novalidate>
${kept.map(([key, value]) => html`<input type="hidden" name="${key}" value="${value}">`)}
${startControls(form, frame)}
<div class="hr-build__levers">${frame.shifts.map((shift, index) => {
    const set = shift.levers.filter(({ code }) => state.built.levers.has(code)).length
    const open =
      set > 0 ||
      (index === 0 && state.built.levers.size === 0) ||
      shift.levers.some(({ code }) => code === form.add)
    return html`<details class="hr-shift"${open ? html` open` : null}><summary class="hr-shift__summary"><h3 class="hr-shift__title">${shift.title}</h3><span class="hr-shift__count" data-shift-count>${countSet(set, shift.levers.length)}</span></summary>${shift.levers.map((card) => leverCard(card, form, frame))}</details>`
  })}${changedAssumptions(state, frame)}${postsAndFeedback(form)}${runControls(form)}</div>
<div class="hr-build__submit"><button class="govuk-button" type="submit" data-without-script>Work it out</button> <button class="govuk-button govuk-button--secondary" type="submit" name="keep" value="yes">Keep this scenario to compare with</button></div>
</form>`
}

/** How many levers of a group are set. */
export const countSet = (set: number, all: number): string =>
  set === 0 ? `${all} levers` : `${set} of ${all} set`

const choice = (value: string, text: string, selected: boolean): Markup =>
  html`<option value="${value}"${selected ? html` selected` : null}>${text}</option>`

function control(id: string, label: string, inside: Part): Markup {
  return html`<div class="govuk-form-group hr-controls__item"><label class="govuk-label" for="${id}">${label}</label>${inside}</div>`
}

function startControls({ state, started, against }: BuilderForm, frame: BuilderFrame): Markup {
  const { presets, baseYear, years } = frame
  const start = html`<select class="govuk-select" id="preset" name="preset">${choice('', started === null ? 'Your own scenario' : 'Keep the levers as they are', true)}${presets.map(({ name, title }) => choice(name, title, false))}</select>`
  const compare = html`<select class="govuk-select" id="vs" name="vs">${against === null ? choice('', 'The scenario you kept', true) : null}${presets.map(({ name, title }) => choice(name, title, name === against))}</select>`
  const all = Array.from({ length: years }, (_, i) => baseYear + years - i)
  const year = html`<select class="govuk-select" id="year" name="year">${all.map((each) => choice(String(each), `March ${each}`, each === state.year))}</select>`
  return html`<div class="hr-controls hr-build__start">${control('preset', 'Start from', start)}${control('vs', 'Compare with', compare)}${control('year', 'Year', year)}<p class="hr-build__reset"><a class="govuk-link" href="/build" data-reset>Set everything back</a></p></div>`
}

function postsAndFeedback({ state, posts }: BuilderForm): Markup {
  const { establishment, feedback } = state.built
  const rule = establishment.size === 1 ? establishment.get('all') : undefined
  const follows = establishment.size === 0 ? 'need' : (rule?.follows ?? '')
  const isOwn = follows === '' || follows === 'path'
  const growth = rule?.follows === 'budget' ? Number((rule.growth * 100).toPrecision(10)) : 0
  return html`<details class="hr-shift"${establishment.size > 0 || !feedback ? html` open` : null}><summary class="hr-shift__summary"><h3 class="hr-shift__title">Funded posts and feedback</h3><span class="hr-shift__count"></span></summary>
<fieldset class="hr-lever"><legend class="hr-lever__title">Funded posts</legend><div class="hr-when__items"><div class="hr-when__item hr-when__item--wide"><label class="govuk-label" for="posts">Funded posts follow</label><select class="govuk-select" id="posts" name="posts">${choice('need', 'need', follows === 'need')}${choice('people-65-plus', 'the number of people of 65 and over', follows === 'people-65-plus')}${choice('budget', 'a budget', follows === 'budget')}${isOwn ? choice(posts, 'rules of the scenario you started from', true) : null}</select></div><div class="hr-when__item"><label class="govuk-label" for="posts-growth">Real growth of the budget, % a year</label><input class="govuk-input hr-number" type="number" id="posts-growth" name="posts.growth.percent" min="-20" max="20" step="any" value="${growth}" autocomplete="off"></div></div></fieldset>
<fieldset class="hr-lever"><legend class="hr-lever__title">Pressure on staff</legend><div class="hr-when__items"><div class="hr-when__item hr-when__item--wide"><label class="govuk-label" for="feedback">Pressure makes more people leave, fall ill and give up training</label><select class="govuk-select" id="feedback" name="feedback">${choice('on', 'yes, as the book of assumptions says', feedback)}${choice('off', 'no, leave that out', !feedback)}</select></div></div></fieldset></details>`
}

function runControls({ state }: BuilderForm): Markup {
  return html`<details class="hr-shift"><summary class="hr-shift__summary"><h3 class="hr-shift__title">How the model is run</h3><span class="hr-shift__count"></span></summary><fieldset class="hr-lever"><legend class="govuk-visually-hidden">How the model is run</legend><div class="hr-when__items"><div class="hr-when__item"><label class="govuk-label" for="draws">Runs of the model</label><input class="govuk-input hr-number" type="number" id="draws" name="draws" min="1" max="2000" step="1" value="${state.draws}" autocomplete="off" aria-describedby="draws-hint"></div><div class="hr-when__item"><label class="govuk-label" for="seed">Seed</label><input class="govuk-input hr-number" type="number" id="seed" name="seed" min="0" max="4294967295" step="1" value="${state.seed}" autocomplete="off"></div></div><p class="govuk-hint" id="draws-hint">More runs make the range steadier and take longer. The same seed gives the same figures to the last digit, here and with headroom project.</p></fieldset></details>`
}
