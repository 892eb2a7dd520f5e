import type { Measure } from '../../domain/measure.ts'
import type { ResultArea } from '../../domain/projection.ts'
import type { Reference } from '../../domain/reference.ts'
import { saySpread } from '../fan/describe-fan.ts'
import { placeName } from '../headline/place-name.ts'
import { html } from '../markup.ts'
import { unitName } from '../numbers/units.ts'
import type { ProjectionReader, SeriesKey } from '../projection-reader.ts'
import { midSentence, seriesNoun } from '../series-noun.ts'
import { spreadCell } from '../tables/spread-cell.ts'
import type { Figure } from './figure.ts'
import { type PartCurve, partsPicture } from './parts-picture.ts'
import { spreadFields } from './spread-fields.ts'

/** What a set of small charts is about. */
export interface PartsSubject {
  readonly area: ResultArea
  readonly series: SeriesKey & { readonly name: string }
  readonly measure: Measure
  /** Address of the page of a part. */
  readonly href?: (series: SeriesKey) => string
}

/**
 * The parts that small charts show of a series: the staff groups of everybody, the occupations of a sector or of a
 * staff group, and for an occupation those it shares a staff group with.
 */
export function partsOf(
  reference: Pick<Reference, 'occupations' | 'staffGroups'>,
  { level, code }: SeriesKey,
): readonly SeriesKey[] {
  if (level === 'all')
    return reference.staffGroups.map((group) => ({ level: 'staff_group', code: group.code }))
  const own = reference.occupations.find((occupation) => occupation.code === code)
  const group = level === 'occupation' ? own?.staffGroup : code
  return reference.occupations
    .filter(({ sector, staffGroup }) => (level === 'sector' ? sector === code : staffGroup === group))
    .map((occupation) => ({ level: 'occupation', code: occupation.code }))
}

/** Small charts of the parts of a series in one area, in the order of the code lists. */
export function createParts(
  reader: ProjectionReader,
  reference: Pick<Reference, 'occupations' | 'staffGroups'>,
  subject: PartsSubject,
): Figure {
  const { area, series, measure, href } = subject
  const { firstYear, lastYear } = reader
  const curves = partsOf(reference, series).flatMap((key): PartCurve[] => {
    const found = reader.findSeries(key.level, key.code)
    if (!found) return []
    const points = reader.projection.years.map((year) => ({
      year,
      spread: reader.spread(area.code, found, measure.code, year),
    }))
    return points.some(({ spread }) => spread) ? [{ series: found, points }] : []
  })
  const kind = series.level === 'all' ? 'staff group' : 'occupation'
  const title = `${measure.name} by ${kind}: ${midSentence(seriesNoun(series))}, ${placeName(area)}, ${firstYear} to ${lastYear}`
  const startOf = ({ points }: PartCurve) => points.find(({ spread }) => spread)
  const endOf = ({ points }: PartCurve) => points.at(-1)
  const say = (curve: PartCurve): string => {
    const [start, end] = [startOf(curve), endOf(curve)]
    if (!start?.spread || !end?.spread) return `${curve.series.name}: no value`
    return `${curve.series.name}: ${saySpread(start.spread, measure.unit)} in ${start.year}, ${saySpread(end.spread, measure.unit)} in ${end.year}`
  }
  const summary = `${curves.length === 1 ? 'One small chart' : `${curves.length} small charts`}. ${curves.map(say).join('. ')}.`
  const firstKnown = measure.atBase ? firstYear : firstYear + 1
  return {
    title,
    summary,
    note:
      measure.unit === 'share'
        ? `All small charts share one scale${measure.code === 'coverage' ? '; the dotted line is 100%, where need is met' : ''}. The band holds 8 in 10 runs.`
        : 'Each small chart has a scale of its own, which starts at zero unless its values lie far above it. The band holds 8 in 10 runs.',
    columns: ['year', 'area', 'level', 'code', 'name', 'measure', 'unit', ...Object.keys(spreadFields(null))],
    records: curves.flatMap((curve) =>
      curve.points.flatMap(({ year, spread }) =>
        spread
          ? [
              {
                year,
                area: area.code,
                level: curve.series.level,
                code: curve.series.code,
                name: curve.series.name,
                measure: measure.code,
                unit: measure.unit,
                ...spreadFields(spread),
              },
            ]
          : [],
      ),
    ),
    table: {
      context: title,
      caption: `${unitName(measure.unit).replace(/^./, (first) => first.toUpperCase())}: middle of the range, and the range of 8 in 10 runs.`,
      columns: [
        { label: series.level === 'all' ? 'Staff group' : 'Occupation' },
        { label: String(firstKnown), numeric: true },
        { label: String(lastYear), numeric: true },
      ],
      rows: curves.map((curve, index) => ({
        header: href
          ? html`<a class="govuk-link" href="${href(curve.series)}">${curve.series.name}</a>`
          : curve.series.name,
        cells: [
          spreadCell(startOf(curve)?.spread ?? null, measure.unit),
          spreadCell(endOf(curve)?.spread ?? null, measure.unit),
        ],
        attributes: html` data-point="${index}" data-say="${say(curve)}"`,
      })),
    },
    empty: curves.length === 0 ? 'Nothing here has a value of this measure.' : null,
    draw: (look) =>
      partsPicture(
        { title, summary, unit: measure.unit, curves, say, goal: measure.code === 'coverage' ? 1 : null },
        look,
      ),
  }
}
