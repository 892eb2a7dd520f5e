import { ENGLAND } from '../../domain/geography.ts'
import type { ResultArea } from '../../domain/projection.ts'
import { placeName } from '../headline/place-name.ts'
import { html } from '../markup.ts'
import { formatValue } from '../numbers/format-value.ts'
import type { ProjectionReader } from '../projection-reader.ts'
import { spreadCell } from '../tables/spread-cell.ts'
import type { Figure } from './figure.ts'
import { type StaffedOccupation, staffingPicture } from './staffing-picture.ts'

const MEASURE = 'staff_per_1000'

/** Staff per 1,000 people by occupation at the base, beside England’s. */
export function createStaffing(
  reader: ProjectionReader,
  { area, year }: { readonly area: ResultArea; readonly year: number },
): Figure {
  const { firstYear } = reader
  const rows = reader.projection.series.flatMap(
    (series): (StaffedOccupation & { series: typeof series })[] => {
      if (series.level !== 'occupation') return []
      const here = reader.spread(area.code, series, MEASURE, firstYear)
      const england = reader.spread(ENGLAND, series, MEASURE, firstYear)
      return here && england && england.p50 > 0
        ? [{ code: series.code, name: series.name, here: here.p50, england: england.p50, series }]
        : []
    },
  )
  rows.sort((a, b) => b.here / b.england - a.here / a.england)
  const place = placeName(area)
  const ratio = ({ here, england }: StaffedOccupation): string => formatValue(here / england, 'share', 1)
  const say = (row: StaffedOccupation): string =>
    `${row.name}: ${formatValue(row.here, 'per_1000')} per 1,000 people in ${place}, ${formatValue(row.england, 'per_1000')} in England, ${ratio(row)} of England’s`
  const title = `Staff per 1,000 people by occupation, ${place} and England, March ${firstYear}`
  const [most, least] = [rows[0], rows.at(-1)]
  const summary = most && least ? `Most against England. ${say(most)}. Least. ${say(least)}.` : ''
  return {
    title,
    summary,
    note: 'Full-time equivalents in post over all residents. Staff count where their employer is, so a service for several areas, such as an ambulance trust, counts in one. Occupations that are not published by area are spread by a stated method, so they differ from England’s only as that method makes them.',
    columns: ['year', 'area', 'occupation', 'name', 'staff_per_1000', 'england', 'share_of_england'],
    records: rows.map(({ code, name, here, england }) => ({
      year: firstYear,
      area: area.code,
      occupation: code,
      name,
      staff_per_1000: here,
      england,
      share_of_england: here / england,
    })),
    table: {
      context: title,
      caption: `Full-time equivalents per 1,000 people; for ${year} the middle of the range and the range of 8 in 10 runs.`,
      columns: [
        { label: 'Occupation' },
        { label: `Here, ${firstYear}`, numeric: true },
        { label: `England, ${firstYear}`, numeric: true },
        { label: 'Here as a share of England', numeric: true },
        { label: `Here, ${year}`, numeric: true },
      ],
      rows: rows.map((row, index) => ({
        header: row.name,
        cells: [
          formatValue(row.here, 'per_1000'),
          formatValue(row.england, 'per_1000'),
          ratio(row),
          spreadCell(reader.spread(area.code, row.series, MEASURE, year), 'per_1000'),
        ],
        attributes: html` data-point="${index}" data-say="${say(row)}"`,
      })),
    },
    empty: rows.length === 0 ? 'This run can’t compare this area with England.' : null,
    draw: (look) => staffingPicture({ title, summary, rows, place, say }, look),
  }
}
