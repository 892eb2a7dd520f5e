import type { FigureKind } from '../figures/figure-kinds.ts'
import { addressOf, type PageQuery } from '../page-query.ts'
import type { ServerContext } from '../server-context.ts'
import { createFigureBlock, type FigureBlock } from './figure-block.ts'
import type { Place } from './navigation.ts'
import { pageFrame } from './page-frame.ts'

/** The page that a figure of its own leads back to. */
export interface Back {
  readonly href: string
  readonly text: string
  readonly place: Place
}

/** One figure on a page of its own, for links and citations. */
export const ownPage = (context: ServerContext, figure: FigureBlock, back: Back): string =>
  context.render('figure-page.njk', { ...pageFrame(context, figure.title, back.place), figure, back })

/** A figure of a query on a page of its own. */
export const figurePage = (context: ServerContext, kind: FigureKind, query: PageQuery): string =>
  ownPage(context, createFigureBlock(context, kind, query), {
    href: addressOf('/explore', query, context.reader),
    text: 'Explore the same staff, area and year',
    place: 'explore',
  })
