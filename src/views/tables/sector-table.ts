import type { ResultArea } from '../../domain/projection.ts'
import type { Markup } from '../markup.ts'
import { EVERYONE, type ProjectionReader } from '../projection-reader.ts'
import { writeTable } from './data-table.ts'
import { spreadCell } from './spread-cell.ts'

/** The profile of an area: each sector's people and posts now, and staff, need, gap and coverage in a year. */
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
        value('supply_heads', 'heads', firstYear),
        value('supply_fte', 'fte', firstYear),
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
      { label: `People in post, ${firstYear}`, numeric: true },
      { label: `Staff (FTE), ${firstYear}`, numeric: true },
      { label: `Staff (FTE), ${year}`, numeric: true },
      { label: `Need (FTE), ${year}`, numeric: true },
      { label: `Staff less need, ${year}`, numeric: true },
      { label: `Staff per need, ${year}`, numeric: true },
    ],
    rows,
  })
}
