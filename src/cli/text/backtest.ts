import {
  ALL_TOGETHER,
  type Backtest,
  type BacktestSummary,
  RIVAL_NAMES,
  RIVALS,
} from '../../domain/backtest.ts'
import { contests, horizonsOf, overallOf } from '../../views/backtest/verdict.ts'
import { formatCount, formatExactShare, formatShare } from './format.ts'
import { alignTable, wrapText } from './table.ts'

const WIDTH = 96

/** A back-test as text: what was held back by family and years ahead, beside the rivals. */
export function formatBacktest(backtest: Backtest): string {
  const { families, summaries, series, draws, forecasts } = backtest
  const titles = new Map(families.map(({ code, title }) => [code, title]))
  const several = families.length > 1
  const rows = [...(several ? [ALL_TOGETHER] : []), ...families.map(({ code }) => code)].flatMap((code) => {
    const row = overallOf(summaries, 'held-back', code)
    return row ? [[titles.get(code) ?? 'All families', ...cells(row)]] : []
  })
  const ahead = horizonsOf(summaries, 'held-back', several ? ALL_TOGETHER : families[0]!.code)
  const later = overallOf(summaries, 'later-years', several ? ALL_TOGETHER : families[0]!.code)
  const wins = contests(series).map((one) => [
    titles.get(one.family) ?? 'All families',
    String(one.series),
    ...RIVALS.map((rival) => String(one.beats[rival])),
    one.family === ALL_TOGETHER ? 'its family’s best' : RIVAL_NAMES[one.best],
    String(one.beatsBest),
    String(one.beatsEvery),
  ])
  return [
    wrapText(
      `${formatCount(series.length, 'series', 'series')} projected from every older base with what was known then: ` +
        `${formatCount(forecasts.length, 'projection')} of ${formatCount(draws, 'draw')}. Ranges were made as wide as one half of the ` +
        'series asks for; below is the other half, which was held back. Error is the median’s distance from what ' +
        'came true; inside is the share of outcomes that a range held.',
      WIDTH,
    ),
    '',
    ...alignTable([['', ...HEADING], ...rows], ['left']),
    '',
    ...alignTable(
      [['Years ahead', ...HEADING], ...ahead.map((row) => [String(row.horizon), ...cells(row)])],
      ['left'],
    ),
    '',
    'In how many series the error is lower than that of:',
    ...alignTable(
      [
        ['', 'series', ...RIVALS.map((rival) => RIVAL_NAMES[rival]), 'best rival', 'the best', 'every rival'],
        ...wins,
      ],
      ['left'],
    ),
    ...(later
      ? [
          '',
          wrapText(
            `With widths set on the earlier years alone and judged on later ones (${formatCount(later.forecasts, 'projection')}): ` +
              `${formatShare(later.inside[0])}, ${formatShare(later.inside[1])} and ${formatShare(later.inside[2])} inside the ranges of 50, 80 and 90 %.`,
            WIDTH,
          ),
        ]
      : []),
  ].join('\n')
}

const HEADING = [
  'series',
  'projections',
  'error',
  ...RIVALS.map((rival) => RIVAL_NAMES[rival]),
  'in 50%',
  'in 80%',
  'in 90%',
]

const cells = ({ series, forecasts, scores, rivals, inside }: BacktestSummary): string[] => [
  String(series),
  String(forecasts),
  formatExactShare(scores.error),
  ...RIVALS.map((rival) => formatExactShare(rivals[rival].error)),
  ...inside.map(formatShare),
]
