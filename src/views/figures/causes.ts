import type { ResultArea } from '../../domain/projection.ts'
import { placeName } from '../headline/place-name.ts'
import { html, type Markup } from '../markup.ts'
import { formatValue } from '../numbers/format-value.ts'
import { tableStep } from '../numbers/round-to-range.ts'
import type { ProjectionReader, SeriesKey, Spread } from '../projection-reader.ts'
import { midSentence, seriesNoun } from '../series-noun.ts'
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
    const people = years.reduce(
      (sum, each) => sum + sign * (reader.spread(area.code, series, code, each)?.mean ?? 0),
      0,
    )
    return people === 0 ? [] : [{ code, name, kind: 'flow', people, range: null }]
  })
  return [start, ...flows, end]
}

/** What changes the staff of a series between the base and a year: joiners, leavers, moves. */
export function createCauses(reader: ProjectionReader, subject: CausesSubject): Figure {
  const { area, series, year } = subject
  const steps = causeSteps(reader, subject)
  const title = `What changes staff in post: ${midSentence(seriesNoun(series))}, ${placeName(area)}, ${reader.firstYear} to ${year}`
  const say = ({ name, kind, people, range }: CauseStep): string => {
    const number = formatValue(Math.abs(people), 'heads', tableStep(people, people))
    if (kind === 'flow') return `${name}: ${people < 0 ? 'minus' : 'plus'} ${number}`
    const ends = endsOf(range)
    return ends ? `${name}: ${number} (${ends} in 8 of 10 runs)` : `${name}: ${number}`
  }
  const summary = `${steps.map(say).join('. ')}.`
  return {
    title,
    summary,
    note: `People, over ${year - reader.firstYear} years: the mean of all runs, so that the steps add up. The middle of a range can differ a little from the mean. A run holds the range of each year’s flows but not of their sum, so only the end has one here; “Who comes and goes” has those of one year.`,
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
      caption: 'People: the mean of all runs, and for the end the range of 8 in 10 runs.',
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
    draw: (look) => causesPicture({ title, summary, steps, say }, look),
  }
}

/** The range of a stock as text, or null where it is a point. */
function endsOf(range: Spread | null): string | null {
  if (!range || range.p10 === range.p90) return null
  const step = tableStep(range.p10, range.p90)
  return [range.p10, range.p90].map((end) => formatValue(end, 'heads', step)).join(' to ')
}

function stepCell({ kind, people, range }: CauseStep): Markup {
  const number = formatValue(Math.abs(people), 'heads', tableStep(people, people))
  if (kind === 'flow') return html`<span class="hr-middle">${people < 0 ? '−' : '+'}${number}</span>`
  const ends = endsOf(range)
  return html`<span class="hr-middle">${number}</span>${ends ? html` <span class="hr-range">${ends}</span>` : null}`
}
