import { type Measure, measureOf } from '../../domain/measure.ts'
import type { ResultArea } from '../../domain/projection.ts'
import { saySpread } from '../fan/describe-fan.ts'
import { placeName } from '../headline/place-name.ts'
import { html } from '../markup.ts'
import type { ProjectionReader } from '../projection-reader.ts'
import { spreadCell } from '../tables/spread-cell.ts'
import { keyYears } from '../tables/year-table.ts'
import type { Figure } from './figure.ts'
import { type PartCurve, partsPicture } from './parts-picture.ts'
import { spreadFields } from './spread-fields.ts'

/** Measures of unpaid care that a plan has a duty to look at: how much, how many give most of it, how it is shared. */
export const DUTIES: readonly Measure[] = [
  'unpaid_hours_per_adult',
  'heavy_carers',
  'heavy_carer_share',
  'women_to_men_hours',
].map(measureOf)

/** The duties about unpaid care in one area over the years, a small chart each. */
export function createDuties(reader: ProjectionReader, { area }: { readonly area: ResultArea }): Figure {
  const { firstYear, lastYear } = reader
  const series = reader.projection.series.find(({ level }) => level === 'unpaid_care')
  const measures = new Map(DUTIES.map((measure) => [measure.code, measure]))
  const curves = series
    ? DUTIES.flatMap((measure): PartCurve[] => {
        const points = reader.projection.years.map((year) => ({
          year,
          spread: reader.spread(area.code, series, measure.code, year),
        }))
        const named = { level: series.level, code: measure.code, name: measure.name }
        return points.some(({ spread }) => spread) ? [{ series: named, unit: measure.unit, points }] : []
      })
    : []
  const unitOf = ({ series: { code } }: PartCurve): string => measures.get(code)?.unit ?? ''
  const at = ({ points }: PartCurve, year: number) =>
    points.find((point) => point.year === year)?.spread ?? null
  const say = (curve: PartCurve): string => {
    const [start, end] = [at(curve, firstYear), at(curve, lastYear)]
    const unit = unitOf(curve)
    return start && end
      ? `${curve.series.name}: ${saySpread(start, unit)} in ${firstYear}, ${saySpread(end, unit)} in ${lastYear}`
      : `${curve.series.name}: no value`
  }
  const title = `Unpaid care, ${placeName(area)}, ${firstYear} to ${lastYear}`
  const summary = `${curves.map(say).join('. ')}.`
  const years = keyYears(firstYear, lastYear)
  return {
    title,
    summary,
    note: 'Each small chart has a scale of its own, which starts at zero unless its values lie far above it. The band holds 8 in 10 runs. Hours are what paid staff do not give of the care that people need.',
    columns: ['year', 'area', 'measure', 'name', 'unit', ...Object.keys(spreadFields(null))],
    records: curves.flatMap((curve) =>
      curve.points.flatMap(({ year, spread }) =>
        spread
          ? [
              {
                year,
                area: area.code,
                measure: curve.series.code,
                name: curve.series.name,
                unit: unitOf(curve),
                ...spreadFields(spread),
              },
            ]
          : [],
      ),
    ),
    table: {
      context: title,
      caption: 'Middle of the range, and the range of 8 in 10 runs, at 31 March.',
      columns: [{ label: 'Duty' }, ...years.map((year) => ({ label: String(year), numeric: true }))],
      rows: curves.map((curve, index) => ({
        header: curve.series.name,
        cells: years.map((year) => spreadCell(at(curve, year), unitOf(curve))),
        attributes: html` data-point="${index}" data-say="${say(curve)}"`,
      })),
    },
    empty: curves.length === 0 ? 'This run holds nothing about unpaid care.' : null,
    draw: (look) => partsPicture({ title, summary, unit: '', curves, say, goal: null }, look),
  }
}
