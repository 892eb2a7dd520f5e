import type { Reference } from '../../domain/reference.ts'
import { html, type Markup } from '../markup.ts'
import type { ProjectionReader, SeriesKey, Spread } from '../projection-reader.ts'
import { writeTable } from './data-table.ts'
import { rangeBar } from './range-bar.ts'
import { spreadCell } from './spread-cell.ts'

/** How a table of areas is ordered: most pressing first, or by name. */
export const AREA_ORDERS = ['coverage', 'name'] as const
export type AreaOrder = (typeof AREA_ORDERS)[number]

/** What a table of areas shows. */
export interface AreaTableOptions {
  readonly id: string
  readonly caption: string
  readonly context?: string
  readonly series: SeriesKey
  readonly year: number
  readonly order: AreaOrder
  /** Number of rows, all where not given. */
  readonly limit?: number
  /** True for area and coverage alone, where there is little room. */
  readonly compact?: boolean
  readonly href?: (code: string) => string
}

/** The ends of the scale that the bars of all areas share, 100 % included where it lies near. */
function barLimits(spreads: readonly Spread[]): { readonly low: number; readonly high: number } {
  const low = Math.min(...spreads.map((spread) => spread.p10))
  const high = Math.max(...spreads.map((spread) => spread.p90))
  return { low: Math.min(low, 1), high: Math.max(high, 1) }
}

/** The areas by coverage of need with ranges. Areas that the run doesn't hold are left out. */
export function areaTable(
  reader: ProjectionReader,
  reference: Pick<Reference, 'areas' | 'regions'>,
  options: AreaTableOptions,
): Markup {
  const { series, year, href } = options
  const regions = new Map(reference.regions.map((region) => [region.code, region.name]))
  const known = reference.areas.flatMap((area) => {
    const coverage = reader.spread(area.code, series, 'coverage', year)
    return coverage ? [{ area, coverage }] : []
  })
  const limits = barLimits(known.map(({ coverage }) => coverage))
  const order =
    options.order === 'name'
      ? (a: (typeof known)[number], b: (typeof known)[number]) => (a.area.name < b.area.name ? -1 : 1)
      : (a: (typeof known)[number], b: (typeof known)[number]) => a.coverage.p50 - b.coverage.p50
  const rows = [...known]
    .sort(order)
    .slice(0, options.limit ?? known.length)
    .map(({ area, coverage }) => ({
      header: href ? html`<a class="govuk-link" href="${href(area.code)}">${area.name}</a>` : area.name,
      cells: options.compact
        ? [spreadCell(coverage, 'share')]
        : [
            regions.get(area.region) ?? area.region,
            spreadCell(coverage, 'share'),
            rangeBar(coverage, limits, 1),
            spreadCell(reader.spread(area.code, series, 'gap_fte', year), 'fte'),
          ],
    }))
  return writeTable({
    id: options.id,
    caption: options.caption,
    ...(options.context === undefined ? {} : { context: options.context }),
    columns: options.compact
      ? [{ label: 'Area' }, { label: 'Coverage', numeric: true }]
      : [
          { label: 'Area' },
          { label: 'Region' },
          { label: `Coverage, ${year}`, numeric: true },
          { label: 'Range' },
          { label: `Staff less need, ${year}`, numeric: true },
        ],
    rows,
  })
}
