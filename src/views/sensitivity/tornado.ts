import { measureOf } from '../../domain/measure.ts'
import { type OutputInfluence, ranking, type StudyRecord } from '../../domain/sensitivity.ts'
import type { Figure } from '../figures/figure.ts'
import { html } from '../markup.ts'
import { formatValue } from '../numbers/format-value.ts'
import { tableStep } from '../numbers/round-to-range.ts'
import { type TornadoBar, tornadoPicture } from './tornado-picture.ts'

/** Bars of a tornado; the table of shares has everything. */
const BARS = 12

/** Name of an output: `All health and care staff: Gap between staff and need`. */
export const outputName = ({ series, measure }: OutputInfluence): string =>
  `${series.name}: ${measureOf(measure).name}`

/** The groups of assumptions that matter most to an output, each by itself. */
export function createTornado(study: StudyRecord, output: OutputInfluence): Figure {
  const { groups, area, year } = study
  const { central, series, measure } = output
  const { unit, name } = measureOf(measure)
  const step = unit === 'share' ? undefined : tableStep(output.p10, output.p90)
  const value = (number: number): string => formatValue(number, unit, step)
  const ranked = ranking(output)
    .slice(0, BARS)
    .map((k) => ({ group: groups[k]!, influence: output.groups[k]! }))
  const bars = ranked.map(
    ({ group, influence }): TornadoBar => ({
      label: group.title,
      low: influence.p10,
      high: influence.p90,
    }),
  )
  const say = (bar: TornadoBar): string => `${bar.label}: ${value(bar.low)} to ${value(bar.high)}`
  const title = `What each does by itself to ${outputName(output)}, ${area.name}, ${year}`
  const [first] = bars
  const summary = `With every assumption at its centre it is ${value(central)}. ${bars.length} bars, from 8 runs in 10 in which one thing varies and all else is at its centre. The first, which matters most: ${first ? say(first) : 'none'}.`
  return {
    title,
    summary,
    note: 'The dashed line is where every assumption is at its centre. Hatched is below it, plain above.',
    columns: [
      'year',
      'area',
      'level',
      'code',
      'measure',
      'unit',
      'rank',
      'group',
      'assumed',
      'centre',
      'p10',
      'p90',
      'total_share',
      'total_low',
      'total_high',
    ],
    records: ranked.map(({ group, influence }, index) => ({
      year,
      area: area.code,
      level: series.level,
      code: series.code,
      measure,
      unit,
      rank: index + 1,
      group: group.code,
      assumed: group.title,
      centre: central,
      p10: influence.p10,
      p90: influence.p90,
      total_share: influence.total.estimate,
      total_low: influence.total.low,
      total_high: influence.total.high,
    })),
    table: {
      context: title,
      caption: `${name} where one thing varies and all else is at its centre, ${value(central)}: 8 runs in 10 lie between.`,
      columns: [
        { label: 'What is assumed' },
        { label: 'Low', numeric: true },
        { label: 'High', numeric: true },
      ],
      rows: bars.map((bar, index) => ({
        header: bar.label,
        cells: [value(bar.low), value(bar.high)],
        attributes: html` data-point="${index}" data-say="${`${index + 1} of ${bars.length}. ${say(bar)}`}"`,
      })),
    },
    empty: bars.length === 0 ? 'Nothing that is drawn moves this result.' : null,
    draw: (look) => tornadoPicture({ title, summary, axis: name, unit, centre: central, bars, say }, look),
  }
}
