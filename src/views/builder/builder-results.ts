import type { BuilderResult } from '../../domain/builder.ts'
import type { Comparison } from '../../domain/comparison.ts'
import { measureOf } from '../../domain/measure.ts'
import type { FanChart } from '../fan/fan-chart.ts'
import { createHeadline } from '../headline/headline.ts'
import { html, type Markup } from '../markup.ts'
import { createReader, EVERYONE } from '../projection-reader.ts'
import { everyYear, keyYears, yearTable } from '../tables/year-table.ts'
import { builderCharts, chartFigure } from './builder-charts.ts'
import { differenceCell } from './difference-cell.ts'
import { effectTable } from './effect-table.ts'
import { NOTHING_CHANGED, partsTable } from './parts-table.ts'
import { comparedSpread, DIFFERENCE, sayCostDifference, sayGapDifference } from './say-difference.ts'

/** Where a result was worked out. */
export type Place = 'browser' | 'server'

/** How a result was worked out, in a sentence. */
export const sayHow = ({ areas, built }: BuilderResult, where: Place): string => {
  const { draws } = built.manifest
  const place = where === 'browser' ? 'in this browser' : 'by the server'
  const runs = draws === 1 ? '1 run' : `${draws} runs`
  return areas === 'one'
    ? `Quick view, worked out ${place}: ${runs} that treat England as one area. The sum of its 42 areas is usually within 1% of it for staff and coverage, and farther off for vacancies and temporary staff.`
    : `Full view, worked out ${place}: ${runs} of each of the 42 areas, added up.`
}

/** The same for a figure that stands by itself, with the seed, so that it can be worked out again. */
export const sayHowAlone = (result: BuilderResult, where: Place): string =>
  `${sayHow(result, where)} Seed ${result.built.manifest.seed}.`

/** What a state comes to, in a few sentences. */
export function saySummary({ built, comparison }: BuilderResult, year: number): readonly string[] {
  const reader = createReader(built)
  const series = { ...EVERYONE, name: 'All health and care staff' }
  const { sentence } = createHeadline(reader, { area: reader.home, series, year })
  const cost = sayCostDifference(comparison, year)
  return [sentence, sayGapDifference(comparison, year, comparison.a.title), ...(cost ? [cost] : [])]
}

/** The headline of a result: what the page says first. */
export function summaryBlock(result: BuilderResult, year: number, where: Place): Markup {
  const [sentence, ...more] = saySummary(result, year)
  return html`<div class="hr-headline hr-build__headline"><p class="hr-headline__sentence">${sentence}</p>${more.map((each) => html`<p class="govuk-body hr-headline__more">${each}</p>`)}</div><p class="govuk-hint hr-build__how" data-checksum="${result.checksum}" data-areas="${result.areas}">${sayHow(result, where)}</p>${answerBar(result, year)}`
}

/** The difference in a line that stays in sight on narrow screens while a lever is moved; the headline says it to all. */
function answerBar({ comparison }: BuilderResult, year: number): Markup {
  const cell = (measure: string): Markup =>
    differenceCell(comparedSpread(comparison, DIFFERENCE, measure, year), measureOf(measure).unit)
  return html`<p class="hr-build__bar" aria-hidden="true"><span>Staff less need ${cell('gap_fte')}</span> <span>Cost a year ${cell('net_cost')}</span></p>`
}

/** Every year of a chart as a table that is folded. */
const foldedYears = (chart: FanChart, id: string): Markup =>
  html`<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Every year as a table<span class="govuk-visually-hidden">: ${chart.title}</span></span></summary><div class="govuk-details__text hr-details__wide">${yearTable(chart, id, everyYear(chart))}</div></details>`

/** A chart after its tables: some years, and every year, which it is read from. */
function chartBlock(chart: FanChart, id: string): Markup {
  const [some, every] = [`${id}-some`, `${id}-years`]
  const steps = yearTable(chart, some, keyYears(chart.firstYear, chart.lastYear))
  return html`${steps}${foldedYears(chart, every)}${chartFigure(chart, id, { table: every, rows: everyYear(chart).length })}`
}

/** The figures of a result by part of the page, in its order: tables before their charts. */
export const FIGURES = {
  /** Every year of the first chart as a table. */
  years: (result: BuilderResult): Markup => {
    const { balance } = builderCharts(result)
    return html`<h2 class="govuk-heading-m" id="balance-heading">Staff, need and funded posts</h2>${foldedYears(balance, 'build-years')}`
  },
  balance: (result: BuilderResult): Markup => {
    const { balance } = builderCharts(result)
    return chartFigure(balance, 'build-balance', { table: 'build-years', rows: everyYear(balance).length })
  },
  effect: (result: BuilderResult, year: number): Markup =>
    html`<h2 class="govuk-heading-m" id="effect-heading">Effect and cost</h2>${effectTable(result, year)}`,
  coverage: (result: BuilderResult): Markup => {
    const { coverage } = builderCharts(result)
    return html`<h2 class="govuk-heading-m" id="coverage-heading">Coverage of need</h2>${chartBlock(coverage, 'build-coverage')}`
  },
  difference: (result: BuilderResult): Markup => {
    const { difference } = builderCharts(result)
    return html`<h2 class="govuk-heading-m" id="difference-heading">The difference in staff less need</h2>${chartBlock(difference, 'build-difference')}`
  },
} as const satisfies Readonly<Record<string, (result: BuilderResult, year: number) => Markup>>

/** Name of a part of the page that holds a figure. */
export type FigureName = keyof typeof FIGURES

/** What each change does, or that there is none. */
export const partsBlock = (parts: Comparison | null, year: number): Markup =>
  html`<section><h2 class="govuk-heading-m" id="parts-heading">What does it</h2>${parts ? partsTable(parts, year) : html`<p class="govuk-body">${NOTHING_CHANGED}</p>`}</section>`
