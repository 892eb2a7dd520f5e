import type { ResultArea } from '../../domain/projection.ts'
import { placeName } from '../headline/place-name.ts'
import { html, type Markup } from '../markup.ts'
import { formatValue } from '../numbers/format-value.ts'
import { tableStep } from '../numbers/round-to-range.ts'
import type { ProjectionReader, SeriesKey } from '../projection-reader.ts'
import { midSentence, seriesNoun } from '../series-noun.ts'
import { sayCauseRanges, stepRange } from './cause-ranges.ts'
import { type CauseStep, causesPicture } from './causes-picture.ts'
import type { Figure } from './figure.ts'

/** What a change of staff is about. */
export interface CausesSubject {
  readonly area: ResultArea
  readonly series: SeriesKey & { readonly name: string }
  readonly year: number
}

const FLOWS = [
  { code: 'joiners_heads', name: 'Joined', sign: 1 },
  { code: 'moves_in_heads', name: 'Moved in from another occupation', sign: 1 },
  { code: 'leavers_heads', name: 'Left', sign: -1 },
  { code: 'moves_out_heads', name: 'Moved to another occupation', sign: -1 },
  { code: 'residual_heads', name: 'Residual: not explained by joiners and leavers', sign: 1 },
] as const

/** The steps from staff in post at the base to those of a year; empty where the run does not hold them. */
export function causeSteps(reader: ProjectionReader, subject: CausesSubject): readonly CauseStep[] {
  const { area, series, year } = subject
  const stock = (at: number): CauseStep | null => {
    const spread = reader.spread(area.code, series, 'supply_heads', at)
    return (
      spread && {
        code: 'supply_heads',
        name: `Staff in post, March ${at}`,
        kind: 'stock',
        people: spread.mean,
        range: spread,
      }
    )
  }
  const [start, end] = [stock(reader.firstYear), stock(year)]
  if (!start || !end || year === reader.firstYear) return []
  const years = reader.projection.years.filter((each) => each > reader.firstYear && each <= year)
  const flows = FLOWS.flatMap(({ code, name, sign }): CauseStep[] => {
    const spreads = years.map((each) => reader.spread(area.code, series, code, each))
    const people = spreads.reduce((sum, spread) => sum + sign * (spread?.mean ?? 0), 0)
    const only = years.length === 1 ? spreads[0] : null
    const ends = only && [sign * only.p10, sign * only.p90].sort((a, b) => a - b)
    const range = ends ? { p10: ends[0]!, p90: ends[1]! } : null
    return people === 0 ? [] : [{ code, name, kind: 'flow', people, range }]
  })
  return [start, ...flows, end]
}

/** What changes the staff of a series between the base and a year: joiners, leavers, moves. */
export function createCauses(reader: ProjectionReader, subject: CausesSubject): Figure {
  const { area, series, year } = subject
  const steps = causeSteps(reader, subject)
  const years = year - reader.firstYear
  const title = `What changes staff in post: ${midSentence(seriesNoun(series))}, ${placeName(area)}, ${reader.firstYear} to ${year}`
  const say = (step: CauseStep): string => {
    const { name, kind, people } = step
    const number = formatValue(Math.abs(people), 'heads', tableStep(people, people))
    const sign = kind === 'stock' ? '' : people < 0 ? 'minus ' : 'plus '
    return `${name}: ${sign}${number} (${stepRange(step, ' in 8 of 10 runs')})`
  }
  const summary = `${steps.map(say).join('. ')}.`
  return {
    title,
    summary,
    note: `People, over ${years === 1 ? 'one year' : `${years} years`}. Means add up, as the bars do; the middle of a range can differ a little from the mean.${years > 1 ? ' A run holds the range of each year’s flows, not of what several years come to, and ranges can’t be added: that the bars of those who came and went show none doesn’t mean that they are sure. “Who comes and goes” has the range of every flow in one year.' : ''}`,
    columns: ['area', 'level', 'code', 'from', 'to', 'step', 'measure', 'people', 'p10', 'p90'],
    records: steps.map(({ code, name, people, range }, index) => ({
      area: area.code,
      level: series.level,
      code: series.code,
      from: index === steps.length - 1 ? year : reader.firstYear,
      to: index === 0 ? reader.firstYear : year,
      step: name,
      measure: code,
      people,
      p10: range?.p10 ?? null,
      p90: range?.p90 ?? null,
    })),
    table: {
      context: title,
      caption: 'People: the mean of all runs, and the range of 8 in 10 runs where it is known.',
      columns: [{ label: 'Step' }, { label: 'People', numeric: true }],
      rows: steps.map((step, index) => ({
        header: step.name,
        cells: [stepCell(step)],
        attributes: html` data-point="${index}" data-say="${say(step)}"`,
      })),
    },
    empty:
      year === reader.firstYear
        ? `Nothing has changed yet in ${year}, the year it starts from. Choose a later year.`
        : steps.length === 0
          ? 'This run has no staff here.'
          : null,
    draw: (look) => causesPicture({ title, summary, steps, say, key: sayCauseRanges(steps) }, look),
  }
}

function stepCell(step: CauseStep): Markup {
  const { kind, people } = step
  const number = formatValue(Math.abs(people), 'heads', tableStep(people, people))
  const sign = kind === 'stock' ? '' : people < 0 ? '−' : '+'
  return html`<span class="hr-middle">${sign}${number}</span> <span class="hr-range">${stepRange(step)}</span>`
}
