import { type BacktestResults, type BacktestSummary, RIVAL_NAMES, RIVALS } from '../../domain/backtest.ts'
import type { Figure } from '../figures/figure.ts'
import { html } from '../markup.ts'
import { formatValue } from '../numbers/format-value.ts'
import { coveragePicture, type HorizonRow } from './coverage-picture.ts'
import { horizonsOf } from './verdict.ts'

const numeric = (label: string) => ({ label, numeric: true })
const share = (value: number): string => formatValue(value, 'share')
const wholeShare = (value: number): string => formatValue(value, 'share', 1)

/** Columns of a table of scores, after its first. */
export const SCORE_COLUMNS = [
  numeric('Series'),
  numeric('Projections'),
  numeric('Error'),
  ...RIVALS.map((rival) => numeric(`Error of the ${RIVAL_NAMES[rival]}`)),
  numeric('Inside 50%'),
  numeric('Inside 80%'),
  numeric('Inside 90%'),
]

/** Cells of those columns. */
export const scoreCells = ({ series, forecasts, scores, rivals, inside }: BacktestSummary): string[] => [
  formatValue(series, 'heads'),
  formatValue(forecasts, 'heads'),
  share(scores.error),
  ...RIVALS.map((rival) => share(rivals[rival].error)),
  ...inside.map(wholeShare),
]

const ahead = (horizon: number): string => (horizon === 1 ? '1 year ahead' : `${horizon} years ahead`)

const say = ({ horizon, forecasts, inside: [fifty, eighty, ninety] }: HorizonRow): string =>
  `${ahead(horizon)}, ${formatValue(forecasts, 'heads')} projections: the range of 50% held ${wholeShare(fifty)}, of 80% ${wholeShare(eighty)}, of 90% ${wholeShare(ninety)}`

/** How many held-back outcomes each range held by years ahead, all families together. */
export function createCoverage({ summaries }: BacktestResults): Figure {
  const rows = horizonsOf(summaries, 'held-back')
  const title = 'Share of outcomes inside each range, by years ahead'
  const [first, last] = [rows[0], rows.at(-1)]
  const summary =
    first && last
      ? `Held-back series of all families. ${say(first)}. ${say(last)}. Thin lines mark what each should hold.`
      : 'Nothing was held back.'
  return {
    title,
    summary,
    note: 'Fewer series reach farther ahead: the last years rest on few projections.',
    columns: ['years_ahead', 'series', 'projections', 'inside_50', 'inside_80', 'inside_90', 'error'],
    records: rows.map(({ horizon, series, forecasts, inside, scores }) => ({
      years_ahead: horizon,
      series,
      projections: forecasts,
      inside_50: inside[0],
      inside_80: inside[1],
      inside_90: inside[2],
      error: scores.error,
    })),
    table: {
      caption: 'Held-back series by years ahead, all families together',
      columns: [{ label: 'Years ahead' }, ...SCORE_COLUMNS],
      rows: rows.map((row, index) => ({
        header: String(row.horizon),
        cells: scoreCells(row),
        attributes: html` data-point="${index}" data-say="${say(row)}"`,
      })),
    },
    empty: rows.length === 0 ? 'Nothing was held back.' : null,
    draw: (look) => coveragePicture({ title, summary, rows }, look),
  }
}
