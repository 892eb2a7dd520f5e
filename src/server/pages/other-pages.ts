import {
  certaintySection,
  findingsList,
  runSummary,
  sourceLists,
  uncertaintyTable,
} from '../../views/method/method-sections.ts'
import { AREA_ORDERS } from '../../views/tables/area-table.ts'
import type { PageQuery } from '../page-query.ts'
import type { ServerContext } from '../server-context.ts'
import { seriesChoices, yearChoices } from './choices.ts'
import { createMapSection } from './map-section.ts'
import { pageFrame } from './page-frame.ts'

const ORDER_NAMES = { coverage: 'Lowest coverage first', name: 'Name' } as const

/** All areas: the map and the whole table. */
export function areasPage(context: ServerContext, query: PageQuery): string {
  const { reader, background } = context
  const orders = AREA_ORDERS.map((order) => ({
    value: order,
    text: ORDER_NAMES[order],
    selected: order === query.order,
  }))
  const title = `Areas in ${query.year}: ${query.series.level === 'all' ? 'all health and care staff' : query.series.name}`
  return context.render('areas.njk', {
    ...pageFrame(context, title, 'areas'),
    heading: title,
    action: '/areas',
    choices: [
      { name: 'series', label: 'Staff', groups: seriesChoices(reader, background, query) },
      { name: 'year', label: 'Year', groups: yearChoices(reader, query) },
      { name: 'order', label: 'Order of the table', groups: [{ label: '', choices: orders }] },
    ],
    map: createMapSection(context, query, { path: ({ code }) => `/areas/${code}` }),
    place: reader.home.name,
  })
}

/** How the projection is made, how sure it is, and where its figures come from. */
export function methodPage(context: ServerContext): string {
  const { reader, background } = context
  return context.render('method.njk', {
    ...pageFrame(context, 'About the method', 'method'),
    certainty: certaintySection(background),
    uncertainty: uncertaintyTable(background, 'uncertainty'),
    sources: sourceLists(background),
    findings: findingsList(reader.projection),
    summary: runSummary(reader.projection),
  })
}

/** What a page that can't be shown says instead. */
export interface Trouble {
  readonly title: string
  readonly message: string
  readonly next: string
  /** Address of the same thing in the run that is served. */
  readonly same?: string
}

/** The page for an address that is wrong, unknown, or has failed. */
export const troublePage = (context: ServerContext, trouble: Trouble): string =>
  context.render('trouble.njk', { ...pageFrame(context, trouble.title, 'none'), trouble })
