import { ENGLAND } from '../../domain/geography.ts'
import type { Measure } from '../../domain/measure.ts'
import { saySpread } from '../fan/describe-fan.ts'
import { html } from '../markup.ts'
import { formatValue } from '../numbers/format-value.ts'
import { unitStep } from '../numbers/round-to-range.ts'
import { unitName } from '../numbers/units.ts'
import type { ProjectionReader, SeriesKey, Spread } from '../projection-reader.ts'
import { midSentence, seriesNoun } from '../series-noun.ts'
import { rangeBar } from '../tables/range-bar.ts'
import { spreadCell } from '../tables/spread-cell.ts'
import type { Figure } from './figure.ts'
import { type RankedArea, rankingPicture } from './ranking-picture.ts'
import { spreadFields } from './spread-fields.ts'

/** What a ranking is about. */
export interface RankingSubject {
  readonly series: SeriesKey & { readonly name: string }
  readonly measure: Measure
  readonly year: number
  /** Code of the area to mark. */
  readonly current?: string
  /** Address of an area’s page. */
  readonly href?: (code: string) => string
}

/** Every area by the middle of a measure in one year, least first, each with its range. */
export function createRanking(reader: ProjectionReader, subject: RankingSubject): Figure {
  const { series, measure, year, current, href } = subject
  const england = measure.additive ? null : reader.spread(ENGLAND, series, measure.code, year)
  const ranked = reader.localAreas
    .flatMap(({ code, name }): RankedArea[] => {
      const spread = reader.spread(code, series, measure.code, year)
      return spread ? [{ code, name, spread, difference: england && spread.p50 - england.p50 }] : []
    })
    .sort((a, b) => a.spread.p50 - b.spread.p50 || (a.code < b.code ? -1 : 1))
  const who = measure.ofCare ? '' : `: ${midSentence(seriesNoun(series))}`
  const title = `${measure.name}${who}, by area, ${year}`
  const summary = sayRanking(ranked, measure, england, year)
  const limits = limitsOf(ranked, england)
  return {
    title,
    summary,
    note: measure.additive
      ? 'These are counts, so large areas come last whatever their state.'
      : 'Every run varies the same things in all areas, so areas can differ although their ranges overlap.',
    columns: [
      'year',
      'area',
      'name',
      'level',
      'code',
      'measure',
      'unit',
      ...Object.keys(spreadFields(null)),
      'difference_to_england',
    ],
    records: ranked.map(({ code, name, spread, difference }) => ({
      year,
      area: code,
      name,
      level: series.level,
      code: series.code,
      measure: measure.code,
      unit: measure.unit,
      ...spreadFields(spread),
      difference_to_england: difference,
    })),
    table: {
      caption: `${unitName(measure.unit)}: middle of the range, and the range of 8 in 10 runs.`.replace(
        /^./,
        (first) => first.toUpperCase(),
      ),
      context: title,
      columns: [
        { label: 'Area' },
        { label: measure.name, numeric: true },
        { label: 'Range' },
        ...(england ? [{ label: 'Against England', numeric: true }] : []),
      ],
      rows: ranked.map(({ code, name, spread, difference }, index) => ({
        header: href ? html`<a class="govuk-link" href="${href(code)}">${name}</a>` : name,
        cells: [
          spreadCell(spread, measure.unit),
          rangeBar(spread, limits, england?.p50 ?? Number.NaN),
          ...(england ? [sayDifference(difference ?? 0, spread, measure.unit)] : []),
        ],
        attributes: html` data-point="${index}" data-say="${`${index + 1} of ${ranked.length}. ${name}: ${saySpread(spread, measure.unit)}`}"`,
      })),
    },
    empty: ranked.length === 0 ? `No area has a value of “${midSentence(measure.name)}” in ${year}.` : null,
    draw: (look) =>
      rankingPicture({ title, summary, unit: measure.unit, ranked, england, current: current ?? null }, look),
  }
}

function limitsOf(ranked: readonly RankedArea[], england: Spread | null): { low: number; high: number } {
  const spreads = [...ranked.map(({ spread }) => spread), ...(england ? [england] : [])]
  return {
    low: Math.min(...spreads.map(({ p10 }) => p10)),
    high: Math.max(...spreads.map(({ p90 }) => p90)),
  }
}

/** A difference with its sign: `+2 points`, `−1.4`. Zero where it rounds to nothing. */
export function sayDifference(difference: number, spread: Spread, unit: string): string {
  const step = unitStep(spread.p10, spread.p90, unit)
  const text = formatValue(Math.abs(difference), unit, step)
  const size = unit === 'share' ? `${text.replace('%', '')} points` : text
  if (!/[1-9]/.test(size)) return 'the same'
  return `${difference > 0 ? '+' : '−'}${size}`
}

function sayRanking(
  ranked: readonly RankedArea[],
  measure: Measure,
  england: Spread | null,
  year: number,
): string {
  const [least, most] = [ranked[0], ranked.at(-1)]
  if (!least || !most) return `No area has a value in ${year}.`
  const say = ({ name, spread }: RankedArea): string => `${name}, ${saySpread(spread, measure.unit)}`
  const whole = england ? ` England: ${saySpread(england, measure.unit)}.` : ''
  return `${measure.name} in ${year}. Least: ${say(least)}. Most: ${say(most)}.${whole}`
}
