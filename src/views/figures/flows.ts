import { measureOf } from '../../domain/measure.ts'
import type { ResultArea } from '../../domain/projection.ts'
import { saySpread } from '../fan/describe-fan.ts'
import { placeName } from '../headline/place-name.ts'
import { html } from '../markup.ts'
import type { ProjectionReader, SeriesKey } from '../projection-reader.ts'
import { midSentence, seriesNoun } from '../series-noun.ts'
import { spreadCell } from '../tables/spread-cell.ts'
import type { Figure } from './figure.ts'
import { flowsPicture, type YearFlow } from './flows-picture.ts'
import { spreadFields } from './spread-fields.ts'

/** What a picture of a year’s flows is about. */
export interface FlowsSubject {
  readonly area: ResultArea
  readonly series: SeriesKey & { readonly name: string }
  readonly year: number
}

const WAYS = [
  { code: 'joiners_heads', name: 'Joined', way: 'in' },
  { code: 'moves_in_heads', name: 'Moved in from another occupation', way: 'in' },
  { code: 'leavers_heads', name: 'Left', way: 'out' },
  { code: 'moves_out_heads', name: 'Moved to another occupation', way: 'out' },
] as const

/** The people who come and go in one year, each way with the range that the run holds of it. */
export function createFlows(reader: ProjectionReader, { area, series, year }: FlowsSubject): Figure {
  const flows = WAYS.flatMap(({ code, name, way }): YearFlow[] => {
    const spread = reader.spread(area.code, series, code, year)
    return spread && spread.p95 > 0 ? [{ code, name, way, spread }] : []
  })
  const title = `Who comes and goes: ${midSentence(seriesNoun(series))}, ${placeName(area)}, year to March ${year}`
  const say = ({ name, spread }: YearFlow): string => `${name}: ${saySpread(spread, 'heads')}`
  const summary = `${flows.map(say).join('. ')}.`
  return {
    title,
    summary,
    note: 'People in one year: the middle of the range and the range of 8 in 10 runs. Middles of ranges need not add up.',
    columns: ['year', 'area', 'level', 'code', 'way', 'measure', 'unit', ...Object.keys(spreadFields(null))],
    records: flows.map(({ code, way, spread }) => ({
      year,
      area: area.code,
      level: series.level,
      code: series.code,
      way,
      measure: code,
      unit: measureOf(code).unit,
      ...spreadFields(spread),
    })),
    table: {
      context: title,
      caption: 'People: the middle of the range, and the range of 8 in 10 runs.',
      columns: [{ label: 'Who' }, { label: 'People', numeric: true }],
      rows: flows.map((flow, index) => ({
        header: flow.name,
        cells: [spreadCell(flow.spread, 'heads')],
        attributes: html` data-point="${index}" data-say="${say(flow)}"`,
      })),
    },
    empty:
      year === reader.firstYear
        ? `People who come and go are counted from ${reader.firstYear + 1} on. Choose a later year.`
        : flows.length === 0
          ? 'This run has nobody who comes or goes here.'
          : null,
    draw: (look) => flowsPicture({ title, summary, flows, say }, look),
  }
}
