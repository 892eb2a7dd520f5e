import { measureOf } from '../../domain/measure.ts'
import {
  type Decision,
  type Estimate,
  type OutputInfluence,
  ranking,
  type Sensitivity,
} from '../../domain/sensitivity.ts'
import { formatValue } from '../../views/numbers/format-value.ts'
import { formatCount, formatShare, formatWhole } from './format.ts'
import { alignTable, wrapText } from './table.ts'

const WIDTH = 96
/** Groups shown; the file has them all. */
const SHOWN = 12

/** A study as text: what moves the value asked for, by rank; and what knowing more is worth to a choice. */
export function formatSensitivity(study: Sensitivity): string {
  const { area, year, groups, base, runs, decision } = study
  const output = study.outputs[0]!
  const measure = measureOf(output.measure)
  const value = (number: number): string => formatValue(number, measure.unit)
  const order = ranking(output)
  const shown = order.slice(0, SHOWN)
  const left = order.slice(SHOWN)
  const rows = shown.map((k, place) => {
    const { total, first, p10, p90 } = output.groups[k]!
    return [
      `${place + 1}`,
      groups[k]!.title,
      ...share(total),
      ...share(first),
      `${value(p10)} to ${value(p90)}`,
    ]
  })
  const columns = ['right', 'left', 'right', 'beside', 'right', 'beside', 'right'] as const
  return [
    `${area.name}, ${output.series.name}, 31 March ${year}: ${measure.name}`,
    `${value(output.central)} with every assumption at its centre; 8 in 10 draws ${value(output.p10)} to ${value(output.p90)}.`,
    '',
    ...alignTable(
      [['', 'What is assumed', 'All in all', '', 'Alone', '', 'Range by itself'], ...rows].map((row) =>
        row.map((cell, column) => (column === 1 ? shorten(cell) : cell)),
      ),
      columns,
    ),
    ...(left.length > 0 ? [`    and ${formatCount(left.length, 'other')}, ${sayLeft(output, left)}`] : []),
    '',
    wrapText(
      'All in all: the share of the spread that stays while this alone is unknown. Alone: the share that goes ' +
        'once it is known. In brackets, where 95 in 100 resamples fall. Range by itself: 8 in 10 draws with all ' +
        `else at its centre. From ${formatWhole(base)} pairs of draws, ${formatWhole(runs)} runs of the model, its areas taken as one.`,
      WIDTH,
    ),
    ...(decision ? ['', ...formatDecision(decision, study)] : []),
  ].join('\n')
}

/** A title that leaves the table its width. */
const shorten = (title: string): string => (title.length <= 52 ? title : `${title.slice(0, 51).trimEnd()}…`)

const share = ({ estimate, low, high }: Estimate): string[] =>
  Number.isNaN(estimate) ? ['–', ''] : [percent(estimate), `(${percent(low)}–${percent(high)})`]

/** Estimates of nothing may fall a little below it. */
const percent = (value: number): string => formatShare(Math.max(0, value))

function sayLeft({ groups }: OutputInfluence, left: readonly number[]): string {
  const most = Math.max(...left.map((k) => groups[k]!.total.estimate))
  return Number.isNaN(most) ? 'which nothing drawn moves' : `each at most ${percent(most)} all in all`
}

function formatDecision(decision: Decision, { year }: Sensitivity): string[] {
  const { options, value, perfect, groups, partial, draws } = decision
  const pounds = (number: number): string => formatValue(number, 'gbp', 1e6)
  const order = partial
    .map((worth, k) => ({ worth, title: groups[k]!.title }))
    .filter(({ worth }) => worth > perfect / 1000)
    .sort((a, b) => b.worth - a.worth)
    .slice(0, SHOWN)
  return [
    `Choosing in the light of ${year}, where a full-time equivalent short is held to cost ${formatValue(value, 'gbp', 1)}`,
    '',
    ...alignTable(
      [
        ['', 'Net cost', 'Gap, FTE', 'Net benefit', 'Best in'],
        ...options.map(({ title, benefit, cost, gap, best }, i) => [
          title,
          pounds(cost),
          formatValue(gap, 'fte', 1000),
          i === 0
            ? 'to compare'
            : `${benefit > options[0]!.benefit ? '+' : ''}${pounds(benefit - options[0]!.benefit)}`,
          `${formatShare(best)} of draws`,
        ]),
      ],
      ['left'],
    ),
    '',
    wrapText(
      perfect > 0
        ? `To know everything before choosing would be worth ${pounds(perfect)} a year (${formatWhole(draws)} draws). To know one thing:`
        : `One choice is the best in every one of ${formatWhole(draws)} draws, so nothing that could be learnt would change it.`,
      WIDTH,
    ),
    ...alignTable(
      order.map(({ title, worth }) => [`  ${shorten(title)}`, pounds(worth)]),
      ['left', 'right'],
    ),
    ...(perfect > 0 && order.length === 0
      ? ['  nothing known alone would change the choice by more than a thousandth of that']
      : []),
  ]
}
