import { createHeadline, createSectorLines, createTitle } from '../../views/headline/headline.ts'
import { placeName } from '../../views/headline/place-name.ts'
import { lowestTable } from '../../views/tables/lowest-table.ts'
import { sectorTable } from '../../views/tables/sector-table.ts'
import { addressOf, type PageQuery } from '../page-query.ts'
import type { ServerContext } from '../server-context.ts'
import { areaChoices } from './choices.ts'
import { createFanBlock } from './fan-block.ts'
import { createMapSection } from './map-section.ts'
import { pageFrame } from './page-frame.ts'

/** Rows of the short table of areas beside the map, and of occupations furthest below need. */
const LOWEST = 8

/** The first page: the headline, the chart of one figure with its tables, the sectors, the worst covered, the map. */
export function startPage(context: ServerContext, query: PageQuery): string {
  const { reader, background, render } = context
  const { area, series, year } = query
  const title = createTitle(reader, { area, series })
  return render('start.njk', {
    ...pageFrame(context, title, 'start'),
    heading: title,
    headline: createHeadline(reader, { area, series, year }),
    figure: createFanBlock(context, query),
    takes: context.plans !== null,
    exploreLink: addressOf('/explore', query, reader),
    sectors: {
      heading: `${area.kind === 'country' ? 'England' : area.name} by sector`,
      lines: createSectorLines(reader, area, year),
      table: sectorTable(reader, area, {
        id: 'sectors',
        caption: `Staff, need and coverage by sector in ${placeName(area)}. Full-time equivalents; coverage is staff as a share of need. Ranges hold 8 in 10 runs.`,
        year,
      }),
      place: placeName(area),
      year: String(year),
    },
    lowest: {
      table: lowestTable(reader, {
        id: 'lowest',
        area,
        year,
        limit: LOWEST,
        href: (each) => addressOf('/explore', { ...query, series: each, measure: 'coverage' }, reader),
      }),
      year: String(year),
    },
    map: createMapSection(context, query, {
      rows: LOWEST,
      path: ({ code }) => `/areas/${code}`,
    }),
    find: areaChoices(reader, background, query),
    mapLinks: { all: `${addressOf('/areas', { series, year }, reader)}#all-areas` },
    mapYear: String(year),
    mapStaff: series.level === 'all' ? 'all health and care staff' : series.name,
  })
}
