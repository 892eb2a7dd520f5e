import type { FigureKind } from '../figures/figure-kinds.ts'
import { addressOf, type PageQuery } from '../page-query.ts'
import type { ServerContext } from '../server-context.ts'
import { createFigureBlock } from './figure-block.ts'
import { pageFrame } from './page-frame.ts'

/** One figure on a page of its own, for links and citations. */
export function figurePage(context: ServerContext, kind: FigureKind, query: PageQuery): string {
  const figure = createFigureBlock(context, kind, query)
  return context.render('figure-page.njk', {
    ...pageFrame(context, figure.title, 'explore'),
    figure,
    explore: addressOf('/explore', query, context.reader),
  })
}
