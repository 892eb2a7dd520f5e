import {
  ALL_TOGETHER,
  type BacktestFamily,
  type BacktestResults,
  type BacktestSummary,
  RIVAL_NAMES,
  RIVALS,
  type SeriesSummary,
} from '../../domain/backtest.ts'
import { midSentence } from '../series-noun.ts'
import { type Contest, contests, horizonsOf, overallOf } from './verdict.ts'

/** A range that should hold 80 in 100 outcomes passes where it holds between these. */
const FEWEST = 0.7
const MOST = 0.9

const count = (value: number): string => value.toString().replace(/\B(?=(\d{3})+$)/g, ',')
const inHundred = (share: number): string => `${Math.round(share * 100)}`
const percent = (share: number): string => `${(share * 100).toFixed(1)}%`
const list = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

/** What the back-test says, in sentences of plain text that page and documentation share. */
export interface Verdict {
  /** The result in one sentence. */
  readonly headline: string
  /** What was tested, and what the error was beside the rivals'. */
  readonly told: readonly string[]
  /** Where it fails; empty where it nowhere does. */
  readonly failures: readonly string[]
}

/** @throws Error where the results have no held-back part */
export function sayVerdict({ families, summaries, series }: BacktestResults): Verdict {
  const all = overallOf(summaries, 'held-back')
  if (!all) throw new Error('results of a back-test need a held-back part')
  const found = contests(series)
  const title = (code: string): string => families.find((one) => one.code === code)?.title ?? code
  const [total, ...each] = found
  const told = [
    `${count(series.length)} published series were projected from every older base that left something to compare ` +
      `with. Ranges were made as wide as one half of them asks for. The other ${count(all.series)} series were held ` +
      `back: ${count(all.forecasts)} projections of them, of which the ranges that should hold 50, 80 and 90 in 100 ` +
      `outcomes held ${list(all.inside.map(inHundred))}.`,
    `The middle of a projection was ${percent(all.scores.error)} off what came true; the ` +
      `${list(RIVALS.map((rival) => `${RIVAL_NAMES[rival]} ${percent(all.rivals[rival].error)}`))}. ` +
      `On the weighted interval score, which judges the whole range, it was ${percent(all.scores.wis)} against ` +
      `${list(RIVALS.map((rival) => percent(all.rivals[rival].wis)))}.`,
    ...(total ? [sayContest(total)] : []),
    ...sayLater(overallOf(summaries, 'later-years')),
  ]
  return {
    headline:
      `Of ${count(all.forecasts)} past projections that were held back, ${inHundred(all.inside[1])} in 100 came true ` +
      'inside the range that should hold 80 in 100.',
    told,
    failures: [
      ...sayMissedRanges(
        families.flatMap(({ code }) => {
          const row = overallOf(summaries, 'held-back', code)
          return row && (row.inside[1] < FEWEST || row.inside[1] > MOST) ? [row] : []
        }),
        title,
      ),
      ...sayMissedYears(horizonsOf(summaries, 'held-back')),
      ...sayLost(each, title),
      sayWorst(series, families, title),
    ],
  }
}

function sayContest({ series, beats, beatsBest, beatsEvery }: Contest): string {
  const each = RIVALS.map((rival) => `the ${RIVAL_NAMES[rival]} in ${beats[rival]}`)
  return (
    `Of the ${series} series held back, its error was lower than that of ${list(each)}. It was lower than that of ` +
    `the one rule that does best over each family, which nobody could have known then, in ${beatsBest}; and lower than all ` +
    `three rules’, whichever happens to do best in each series, in ${beatsEvery}.`
  )
}

function sayLater(later: BacktestSummary | undefined): readonly string[] {
  if (!later) return []
  const held = `${list(later.inside.map(inHundred))} in 100`
  return [
    'A harder test: widths set on the calibration half’s earlier years alone, and judged on later bases of the half held back ' +
      `(${count(later.forecasts)} projections, the pandemic among them). The ranges of 50, 80 and 90 in 100 then held ${held}.`,
  ]
}

function sayMissedRanges(
  missed: readonly BacktestSummary[],
  title: (code: string) => string,
): readonly string[] {
  if (missed.length === 0) return []
  const each = missed.map(({ family, inside }) => `${title(family)} (${inHundred(inside[1])})`)
  return [`Families whose 80 in 100 range held fewer than 70 or more than 90: ${list(each)}.`]
}

function sayMissedYears(
  rows: readonly (BacktestSummary & { readonly horizon: number })[],
): readonly string[] {
  const missed = rows.filter(({ inside }) => inside[1] < FEWEST || inside[1] > MOST)
  if (missed.length === 0) return []
  const each = missed.map(({ horizon, inside }) => `${horizon} (${inHundred(inside[1])})`)
  return [`Years ahead at which it held fewer than 70 or more than 90, all families together: ${list(each)}.`]
}

function sayLost(found: readonly Contest[], title: (code: string) => string): readonly string[] {
  const lost = found.filter(
    ({ family, beatsBest, series }) => family !== ALL_TOGETHER && beatsBest * 2 <= series,
  )
  if (lost.length === 0) return []
  const each = lost.map(
    ({ family, best, beatsBest, series }) =>
      `${title(family)} (${RIVAL_NAMES[best]}, ${beatsBest} of ${series})`,
  )
  return [`Families where a simple rule did as well or better in at least half of the series: ${list(each)}.`]
}

/** The series of each family that came out worst. */
function sayWorst(
  series: readonly SeriesSummary[],
  families: readonly BacktestFamily[],
  title: (code: string) => string,
): string {
  const each = families.flatMap(({ code }) => {
    const [worst] = series
      .filter(({ part, family }) => part === 'held-back' && family === code)
      .sort((a, b) => b.error - a.error)
    return worst ? [`${worst.name} (${midSentence(title(code))}, ${percent(worst.error)})`] : []
  })
  return `The series held back that came out worst, of each family, with their mean error: ${each.join('; ')}.`
}

/** What the back-test leaves untested, and how it differs from the model of England. */
export const NOT_TESTED: readonly string[] = [
  'It tests staff in post and leaving. Need, unmet need, the gap, coverage, money and unpaid care have no published past to be tested against.',
  'It tests up to ten years ahead for staff groups of England, six to eight for areas. Twenty years are untested.',
  'It is the same engine: the same kernel, draws, hazards, joiners, random walks. The inputs are poorer than today’s, for tables of then do not exist: no ages, no training programmes, no arrivals from abroad, no moves, no need or posts. Joiners are one number a year that the past pace of change asks for.',
  'How many go out in a year is one round figure for each family, from what is known now. It moves the projection little, since joiners are set to meet the past pace.',
  'Figures are as they stand in the latest publication, not as first published; areas and practices are those of today. A forecaster of then would have seen a few figures that were later revised, and would have waited three to seven months for the last one.',
  'Jumps of a fifth or more from one year to the next are most likely trusts that merged or areas that were counted anew. They are left in: no projection foresees them, and a user meets them all the same.',
  'Ranges of the back-test have the widths that it calibrates. Those of the model of England come from its own assumptions. The page “How we did” of a run puts them side by side.',
  'The few numbers of the method were chosen after looking at the errors of all series, both halves. Only the widths were set on one half alone.',
  'Neighbouring areas and years move together, so these thousands of projections are far fewer independent trials.',
]
