import { chartName, createFanChart } from '../../views/fan/fan-chart.ts'
import { FAN_LOOKS, fanSvg } from '../../views/fan/fan-svg.ts'
import { axisNote } from '../../views/fan/scales.ts'
import { createHeadline, createSectorLines, createTitle } from '../../views/headline/headline.ts'
import { placeName } from '../../views/headline/place-name.ts'
import { measureOf } from '../../views/projection-reader.ts'
import { sectorTable } from '../../views/tables/sector-table.ts'
import { keyYears, yearTable } from '../../views/tables/year-table.ts'
import { addressOf, figureSubject, type PageQuery } from '../page-query.ts'
import type { ServerContext } from '../server-context.ts'
import { areaChoices, measureChoices, seriesChoices, yearChoices } from './choices.ts'
import { createMapSection } from './map-section.ts'
import { pageFrame } from './page-frame.ts'

/** Rows of the short table of areas beside the map. */
const LOWEST = 8

/** The first page: the headline, the chart of one figure with its tables, the sectors and the map. */
export function startPage(context: ServerContext, query: PageQuery): string {
  const { reader, background, render } = context
  const { area, series, measure, year } = query
  const title = createTitle(reader, { area, series })
  const chart = createFanChart(reader, figureSubject(query, reader))
  const years = keyYears(chart.firstYear, chart.lastYear)
  const fraction = chart.curves.flatMap(({ measure: code }) => measureOf(code))
  return render('start.njk', {
    ...pageFrame(context, title, 'start'),
    heading: title,
    headline: createHeadline(reader, { area, series, year }),
    action: '/',
    choices: [
      { name: 'area', label: 'Area', groups: areaChoices(reader, background, query) },
      { name: 'series', label: 'Staff', groups: seriesChoices(reader, background, query) },
      { name: 'measure', label: 'Measure', groups: measureChoices(reader, query) },
      { name: 'year', label: 'Year', groups: yearChoices(reader, query) },
    ],
    figure: {
      heading: chartName(measure),
      title: chart.title,
      definitions: fraction.map(({ name, definition }, index) => ({
        term: chart.curves[index]?.label ?? name,
        definition,
      })),
      note: axisNote(chart),
      short: yearTable(chart, 'key-years', years),
      every: yearTable(chart, 'every-year', reader.projection.years),
      wide: fanSvg(chart, { id: 'fan-wide', ...FAN_LOOKS.wide }),
      narrow: fanSvg(chart, { id: 'fan-narrow', ...FAN_LOOKS.narrow }),
      downloads: ['csv', 'json', 'svg'].map((ending) => ({
        name: ending.toUpperCase(),
        href: addressOf(`/figure.${ending}`, { area, series, measure }, reader),
      })),
    },
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
    map: createMapSection(context, query, LOWEST),
    mapLinks: { all: addressOf('/areas', { series, year }, reader) },
    mapYear: String(year),
    mapStaff: series.level === 'all' ? 'all health and care staff' : series.name,
    areas: reader.localAreas.length,
  })
}
