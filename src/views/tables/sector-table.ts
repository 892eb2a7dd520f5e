import type { ResultArea } from '../../domain/projection.ts'
import { html, type Markup } from '../markup.ts'
import { EVERYONE, type ProjectionReader, type SeriesKey } from '../projection-reader.ts'
import { writeTable } from './data-table.ts'
import { spreadCell, spreadText } from './spread-cell.ts'

/** Full-time equivalents in post at the base, and under them the people they are. */
function staffInPost(reader: ProjectionReader, area: ResultArea, series: SeriesKey): Markup {
  const people = reader.spread(area.code, series, 'supply_heads', reader.firstYear)
  const posts = spreadCell(reader.spread(area.code, series, 'supply_fte', reader.firstYear), 'fte')
  return html`${posts}${people ? html` <span class="hr-range">${spreadText(people, 'heads').middle} people</span>` : null}`
}

/** The profile of an area: each sector's staff in post now, and staff, need, gap and coverage in a year. */
export function sectorTable(
  reader: ProjectionReader,
  area: ResultArea,
  options: { readonly id: string; readonly caption: string; readonly year: number },
): Markup {
  const { firstYear } = reader
  const { year } = options
  const all = reader.findSeries(EVERYONE.level, EVERYONE.code)
  const sectors = reader.projection.series.filter((series) => series.level === 'sector')
  const rows = [...sectors, ...(all ? [{ ...all, name: 'All' }] : [])].map((series) => {
    const value = (measure: string, unit: string, at: number) =>
      spreadCell(reader.spread(area.code, series, measure, at), unit)
    return {
      header: series.name,
      cells: [
        staffInPost(reader, area, series),
        value('fte_at_work', 'fte', year),
        value('need_fte', 'fte', year),
        value('gap_fte', 'fte', year),
        value('coverage', 'share', year),
      ],
    }
  })
  return writeTable({
    id: options.id,
    caption: options.caption,
    columns: [
      { label: 'Sector' },
      { label: `Staff in post, ${firstYear}`, numeric: true },
      { label: `Staff, ${year}`, numeric: true },
      { label: `Need, ${year}`, numeric: true },
      { label: `Staff less need, ${year}`, numeric: true },
      { label: `Coverage, ${year}`, numeric: true },
    ],
    rows,
  })
}
