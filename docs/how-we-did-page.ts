import { readBacktestResults } from '../src/backtest/read-results.ts'
import {
  ALL_TOGETHER,
  type BacktestResults,
  type BacktestSummary,
  RIVAL_NAMES,
  RIVALS,
  type SummaryPart,
} from '../src/domain/backtest.ts'
import type { InputFiles } from '../src/domain/input-files.ts'
import { NOT_TESTED, sayVerdict } from '../src/views/backtest/say-verdict.ts'
import { contests, horizonsOf, overallOf } from '../src/views/backtest/verdict.ts'
import { page, table } from './markdown.ts'

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
const whole = (share: number): string => `${Math.round(share * 100)} %`

const HEAD = [
  'series',
  'projections',
  'error',
  ...RIVALS.map((rival) => RIVAL_NAMES[rival]),
  'in 50 %',
  'in 80 %',
  'in 90 %',
]

const cells = ({ series, forecasts, scores, rivals, inside }: BacktestSummary): string[] => [
  String(series),
  String(forecasts),
  percent(scores.error),
  ...RIVALS.map((rival) => percent(rivals[rival].error)),
  ...inside.map(whole),
]

/** The results of the back-test that are kept with the data. */
export function howWeDidPage(files: InputFiles): string {
  const results = readBacktestResults(files)
  const { families, summaries } = results
  const verdict = sayVerdict(results)
  const list = (sentences: readonly string[]): string =>
    sentences.map((sentence) => `- ${sentence}`).join('\n')
  const everyone = [{ code: ALL_TOGETHER, title: 'All families' }, ...families]
  return page(
    'How we did',
    `**${verdict.headline}**`,
    'Published figures of the past, with all that came after a year hidden, projected on the engine that projects ' +
      'England; [the method](../explanation/method.md#looking-back) says how. `headroom backtest` does it again.',
    ...verdict.told,
    '## Where it fails',
    list(verdict.failures),
    '## Held-back series by family',
    'Error is the distance of the median from what came true, over it, on average; beside it that of three simple rules. ' +
      '“In 80 %” is the share of outcomes inside the range that should hold 80 %.',
    rows(results, 'held-back', everyone),
    '## By years ahead',
    ...everyone.flatMap(({ code, title }) => [
      `### ${title}`,
      table(
        ['years ahead', ...HEAD, 'half width of 80 %', '8 in 10 within'],
        horizonsOf(summaries, 'held-back', code).map((row) => [
          String(row.horizon),
          ...cells(row),
          percent(row.halfWidth),
          percent(row.within),
        ]),
      ),
    ]),
    '## Scores of whole ranges',
    'Continuous ranked probability score and weighted interval score (of the median and the ranges of 50, 80 and 90 %), ' +
      'over the outcome, held-back series; less is better. Rivals have normal ranges as wide as their own past errors a year ahead ask for, growing with the square root of the years.',
    table(
      [
        '',
        'CRPS',
        ...RIVALS.map((rival) => RIVAL_NAMES[rival]),
        'WIS',
        ...RIVALS.map((rival) => RIVAL_NAMES[rival]),
      ],
      everyone.flatMap(({ code, title }) => {
        const row = overallOf(summaries, 'held-back', code)
        if (!row) return []
        const scores = (score: 'crps' | 'wis'): string[] => [
          percent(row.scores[score]),
          ...RIVALS.map((rival) => percent(row.rivals[rival][score])),
        ]
        return [[title, ...scores('crps'), ...scores('wis')]]
      }),
    ),
    '## In how many held-back series the error is lower',
    table(
      [
        '',
        'series',
        ...RIVALS.map((rival) => `than ${RIVAL_NAMES[rival]}`),
        'best rule',
        'than that',
        'than every rule',
      ],
      contests(results.series).map((one) => [
        families.find(({ code }) => code === one.family)?.title ?? 'All families',
        String(one.series),
        ...RIVALS.map((rival) => String(one.beats[rival])),
        one.family === ALL_TOGETHER ? 'each family’s own' : RIVAL_NAMES[one.best],
        String(one.beatsBest),
        String(one.beatsEvery),
      ]),
    ),
    '## The calibration half',
    'The series that set the widths; their ranges should hold what they claim by construction.',
    rows(results, 'calibration', everyone),
    '## Later years',
    'Widths from the calibration half’s earlier years alone, later bases of the held-back half.',
    rows(results, 'later-years', everyone),
    '## What this does not test',
    list(NOT_TESTED),
    '## The series',
    table(
      ['family', 'counted', 'published after', 'series'],
      families.map(({ code, title, unit, lagMonths }) => [
        title,
        unit,
        `${lagMonths} months`,
        String(results.series.filter(({ family }) => family === code).length),
      ]),
    ),
    'Sources, exits and notes: `data/backtest/families.csv`. The numbers of the method: `data/backtest/settings.csv`. ' +
      'Widths: `data/backtest/widths.csv`. Every series: `data/backtest/series.csv`.',
  )
}

function rows(
  { summaries }: BacktestResults,
  part: SummaryPart,
  families: readonly { readonly code: string; readonly title: string }[],
): string {
  return table(
    ['', ...HEAD],
    families.flatMap(({ code, title }) => {
      const row = overallOf(summaries, part, code)
      return row ? [[title, ...cells(row)]] : []
    }),
  )
}
