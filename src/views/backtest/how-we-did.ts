import {
  ALL_TOGETHER,
  type BacktestFamily,
  type BacktestResults,
  type BacktestSummary,
  RIVAL_NAMES,
  RIVALS,
  type ShownForecast,
} from '../../domain/backtest.ts'
import { html, type Markup } from '../markup.ts'
import { formatValue } from '../numbers/format-value.ts'
import { unitStep } from '../numbers/round-to-range.ts'
import type { ProjectionReader } from '../projection-reader.ts'
import { midSentence } from '../series-noun.ts'
import { writeTable } from '../tables/data-table.ts'
import { compareWidths, sayWidths } from './compare-widths.ts'
import { coverageChart } from './coverage-chart.ts'
import { pastFan } from './past-fan.ts'
import { contests, horizonsOf, overallOf } from './verdict.ts'

const numeric = (label: string) => ({ label, numeric: true })
const share = (value: number): string => formatValue(value, 'share')
/** Figures below this are told apart by their decimals. */
const SMALL = 100

const wholeShare = (value: number): string => formatValue(value, 'share', 1)

const SCORE_COLUMNS = [
  numeric('Series'),
  numeric('Projections'),
  numeric('Error'),
  ...RIVALS.map((rival) => numeric(`Error of the ${RIVAL_NAMES[rival]}`)),
  numeric('Inside 50%'),
  numeric('Inside 80%'),
  numeric('Inside 90%'),
]

const scoreCells = ({ series, forecasts, scores, rivals, inside }: BacktestSummary): string[] => [
  formatValue(series, 'heads'),
  formatValue(forecasts, 'heads'),
  share(scores.error),
  ...RIVALS.map((rival) => share(rivals[rival].error)),
  ...inside.map(wholeShare),
]

/** What was held back, by family: error beside rivals', and the share that each range held. */
export function familyTable({ families, summaries }: BacktestResults): Markup {
  const rows = [{ code: ALL_TOGETHER, title: 'All families' }, ...families].flatMap(({ code, title }) => {
    const row = overallOf(summaries, 'held-back', code)
    return row ? [{ header: title, cells: scoreCells(row) }] : []
  })
  return writeTable({
    id: 'backtest-families',
    caption: 'Held-back series by family: mean error, and the share of outcomes inside each range',
    columns: [{ label: 'Family' }, ...SCORE_COLUMNS],
    rows,
  })
}

/** The same by years ahead, all families together, with a chart of what the ranges held. */
export function horizonFigure({ summaries }: BacktestResults): Markup {
  const rows = horizonsOf(summaries, 'held-back')
  const table = writeTable({
    id: 'backtest-horizons',
    caption: 'Held-back series by years ahead, all families together',
    columns: [{ label: 'Years ahead' }, ...SCORE_COLUMNS],
    rows: rows.map((row) => ({ header: String(row.horizon), cells: scoreCells(row) })),
  })
  return html`${table}${coverageChart(rows, 'backtest-coverage')}`
}

/** In how many series the error was lower than rivals'. */
export function contestTable({ families, series }: BacktestResults): Markup {
  return writeTable({
    id: 'backtest-contest',
    caption: 'In how many held-back series the error was lower than that of each rule',
    columns: [
      { label: 'Family' },
      numeric('Series'),
      ...RIVALS.map((rival) => numeric(`Than the ${RIVAL_NAMES[rival]}`)),
      { label: 'Best rule of the family' },
      numeric('Than that rule'),
      numeric('Than every rule'),
    ],
    rows: contests(series).map((one) => ({
      header: families.find(({ code }) => code === one.family)?.title ?? 'All families',
      cells: [
        String(one.series),
        ...RIVALS.map((rival) => String(one.beats[rival])),
        one.family === ALL_TOGETHER ? 'each family’s own' : RIVAL_NAMES[one.best],
        String(one.beatsBest),
        String(one.beatsEvery),
      ],
    })),
  })
}

/** Half the width of 80 % ranges of the back-test and of the run at hand; null where they share nothing. */
export function widthTable(results: BacktestResults, reader: ProjectionReader): Markup | null {
  const rows = compareWidths(results, reader)
  if (rows.length === 0) return null
  const table = writeTable({
    id: 'backtest-widths',
    caption: 'Half the width of the range of 8 in 10, as a share of the middle',
    columns: [
      { label: 'Staff' },
      numeric('Years ahead'),
      numeric('8 in 10 came within'),
      numeric('Range of the back-test'),
      numeric('Range of this run'),
    ],
    rows: rows.map(({ name, years, within, backtest, run }) => ({
      header: name,
      cells: [String(years), `± ${share(within)}`, `± ${share(backtest)}`, `± ${share(run)}`],
    })),
  })
  const narrow = sayWidths(rows)
  return html`${narrow.length > 0 ? html`<ul class="govuk-list govuk-list--bullet hr-prose">${narrow.map((sentence) => html`<li>${sentence}</li>`)}</ul>` : null}${table}`
}

/** Past projections and what happened, each as a table and a chart. */
export const shownFigures = (
  { families, shown }: BacktestResults,
  why: ShownForecast['why'],
): readonly Markup[] =>
  shown.flatMap((one, i) => {
    const family = families.find(({ code }) => code === one.family)
    return one.why === why && family ? [shownFigure(family, one, `past-${i}`)] : []
  })

function shownFigure(family: BacktestFamily, shown: ShownForecast, id: string): Markup {
  const unit = family.kind === 'rate' ? 'share' : Math.abs(shown.points[0]!.last) < SMALL ? 'ratio' : 'heads'
  const { percentiles: widest } = shown.points.at(-1)!
  const step = unitStep(widest[1]!, widest[5]!, unit)
  const say = (value: number): string => formatValue(value, unit, step)
  const table = writeTable({
    id,
    caption: `${shown.name}: ${family.unit}, projected from ${shown.origin} (${say(shown.points[0]!.last)})`,
    captionHidden: true,
    columns: [{ label: 'Year' }, numeric('Projected'), numeric('8 in 10'), numeric('What happened')],
    rows: shown.points.map(({ horizon, actual, percentiles }) => ({
      header: String(shown.origin + horizon),
      cells: [say(percentiles[3]!), `${say(percentiles[1]!)} to ${say(percentiles[5]!)}`, say(actual)],
    })),
  })
  return html`<section><h3 class="govuk-heading-s">${shown.name}: ${midSentence(family.title)}, from ${shown.origin}</h3><div class="hr-side-by-side">${table}${pastFan(family, shown, `${id}-fan`)}</div></section>`
}
