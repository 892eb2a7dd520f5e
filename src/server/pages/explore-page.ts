import { BALANCE } from '../../views/fan/fan-chart.ts'
import { createHeadline, createTitle } from '../../views/headline/headline.ts'
import { sayAgainst, sayMeasure } from '../../views/headline/measure-sentence.ts'
import { placeName } from '../../views/headline/place-name.ts'
import { FIGURE_KINDS } from '../figures/figure-kinds.ts'
import { addressOf, figureSubject, type PageQuery, singleMeasure } from '../page-query.ts'
import type { ServerContext } from '../server-context.ts'
import { areaChoices, measureChoices, seriesChoices, yearChoices } from './choices.ts'
import { createFanBlock } from './fan-block.ts'
import { createFigureBlock } from './figure-block.ts'
import { createMapSection } from './map-section.ts'
import { pageFrame } from './page-frame.ts'

/** Rows of the short table of areas beside the map. */
const LOWEST = 8
/** Figures that a chosen area, staff, measure and year have, in order. */
const SHOWN = ['ranking', 'parts', 'causes', 'flows', 'moves']

/** Everything there is about one area, series, measure and year. */
export function explorePage(context: ServerContext, query: PageQuery): string {
  const { reader, background, render } = context
  const { area, series, measure, year } = query
  const title = createTitle(reader, { area, series })
  const subject = { ...figureSubject(query, reader), measure: singleMeasure(query), year }
  const isCare = subject.measure.ofCare === true
  const kinds = FIGURE_KINDS.filter(({ code }) => SHOWN.includes(code)).filter(
    ({ code }) => (code !== 'ranking' || reader.localAreas.length > 1) && (code === 'ranking' || !isCare),
  )
  return render('explore.njk', {
    ...pageFrame(context, `Explore: ${title}`, 'explore'),
    heading: title,
    sentence:
      measure === BALANCE
        ? createHeadline(reader, { area, series, year }).sentence
        : sayMeasure(reader, subject),
    against: sayAgainst(reader, subject),
    profile:
      area.kind === 'country' ? null : { href: `/areas/${area.code}`, text: `Profile of ${placeName(area)}` },
    action: '/explore',
    choices: [
      { name: 'area', label: 'Area', groups: areaChoices(reader, background, query) },
      { name: 'series', label: 'Staff', groups: seriesChoices(reader, background, query) },
      { name: 'measure', label: 'Measure', groups: measureChoices(reader, query) },
      { name: 'year', label: 'Year', groups: yearChoices(reader, query) },
    ],
    hidden: query.past ? [] : [{ name: 'past', value: 'no' }],
    figure: createFanBlock(context, query, '/explore'),
    map: isCare
      ? null
      : createMapSection(context, query, {
          rows: LOWEST,
          path: (each) => addressOf('/explore', { ...query, area: each }, reader),
        }),
    mapLinks: { all: `${addressOf('/areas', { series, year }, reader)}#all-areas` },
    mapYear: String(year),
    mapStaff: series.level === 'all' ? 'all health and care staff' : series.name,
    blocks: kinds.map((kind) => createFigureBlock(context, kind, query)),
  })
}
