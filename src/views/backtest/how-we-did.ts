import { ALL_TOGETHER, type BacktestResults, RIVAL_NAMES, RIVALS } from '../../domain/backtest.ts'
import { html, type Markup } from '../markup.ts'
import { formatValue } from '../numbers/format-value.ts'
import type { ProjectionReader } from '../projection-reader.ts'
import { writeTable } from '../tables/data-table.ts'
import { compareWidths, sayWidths } from './compare-widths.ts'
import { SCORE_COLUMNS, scoreCells } from './coverage-figure.ts'
import { contests, overallOf } from './verdict.ts'

const numeric = (label: string) => ({ label, numeric: true })
const share = (value: number): string => formatValue(value, 'share')

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
