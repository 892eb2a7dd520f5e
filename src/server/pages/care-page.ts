import { MEASURES } from '../../domain/measure.ts'
import { DUTIES } from '../../views/figures/duties.ts'
import { sayAgainst, sayMeasure } from '../../views/headline/measure-sentence.ts'
import { placeName } from '../../views/headline/place-name.ts'
import { FIGURE_KINDS } from '../figures/figure-kinds.ts'
import { addressOf, figureSubject, type PageQuery } from '../page-query.ts'
import type { ServerContext } from '../server-context.ts'
import { areaChoices, measureChoices, yearChoices } from './choices.ts'
import { createFanBlock } from './fan-block.ts'
import { createFigureBlock } from './figure-block.ts'
import { pageFrame } from './page-frame.ts'

/** The measure that the page shows where none is chosen. */
const FIRST = 'unpaid_hours_per_adult'

/** What unpaid carers give: the duties that a plan must look at, for England and area by area. */
export function carePage(context: ServerContext, asked: PageQuery): string {
  const { reader, background, render } = context
  const isCare = MEASURES.some(({ code, ofCare }) => code === asked.measure && ofCare)
  const query = { ...asked, measure: isCare ? asked.measure : FIRST }
  const { area, year } = query
  const { series } = figureSubject(query, reader)
  const title = `Unpaid care in ${placeName(area)} to ${reader.lastYear}`
  const block = (code: string) =>
    FIGURE_KINDS.filter((kind) => kind.code === code).map((kind) => createFigureBlock(context, kind, query))
  return render('care.njk', {
    ...pageFrame(context, title, 'unpaid-care'),
    heading: title,
    hasCare: series.level === 'unpaid_care',
    lines: DUTIES.map((measure) => ({
      name: measure.name,
      help: measure.help,
      sentence: sayMeasure(reader, { area, series, measure, year }),
      against: sayAgainst(reader, { area, series, measure, year }),
    })),
    action: '/unpaid-care',
    choices: [
      { name: 'area', label: 'Area', groups: areaChoices(reader, background, query) },
      {
        name: 'measure',
        label: 'Measure',
        groups: measureChoices(reader, query).filter(({ label }) => label === 'Unpaid care'),
      },
      { name: 'year', label: 'Year', groups: yearChoices(reader, query) },
    ],
    duties: block('duties'),
    figure: createFanBlock(context, query),
    ranking: reader.localAreas.length > 1 ? block('ranking') : [],
    explore: addressOf('/explore', query, reader),
  })
}
