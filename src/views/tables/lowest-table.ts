import type { ResultArea, SeriesCode } from '../../domain/projection.ts'
import { html, type Markup } from '../markup.ts'
import type { ProjectionReader } from '../projection-reader.ts'
import { writeTable } from './data-table.ts'
import { spreadCell } from './spread-cell.ts'

/** The occupations whose coverage of need is lowest in a year, lowest first, with their gap. */
export function lowestTable(
  reader: ProjectionReader,
  options: {
    readonly id: string
    readonly area: ResultArea
    readonly year: number
    readonly limit: number
    readonly href: (series: SeriesCode) => string
  },
): Markup {
  const { area, year, limit, href } = options
  const known = reader.projection.series.flatMap((series) => {
    if (series.level !== 'occupation') return []
    const coverage = reader.spread(area.code, series, 'coverage', year)
    return coverage ? [{ series, coverage }] : []
  })
  const rows = known
    .sort((a, b) => a.coverage.p50 - b.coverage.p50)
    .slice(0, limit)
    .map(({ series, coverage }) => ({
      header: html`<a class="govuk-link" href="${href(series)}">${series.name}</a>`,
      cells: [
        spreadCell(coverage, 'share'),
        spreadCell(reader.spread(area.code, series, 'gap_fte', year), 'fte'),
        spreadCell(reader.spread(area.code, series, 'coverage', reader.firstYear), 'share'),
      ],
    }))
  return writeTable({
    id: options.id,
    caption: `Coverage of need in ${year}, lowest first: middle of the range, and the range of 8 in 10 runs.`,
    columns: [
      { label: 'Occupation' },
      { label: `Coverage, ${year}`, numeric: true },
      { label: `Staff less need, ${year}`, numeric: true },
      { label: `Coverage, ${reader.firstYear}`, numeric: true },
    ],
    rows,
  })
}
