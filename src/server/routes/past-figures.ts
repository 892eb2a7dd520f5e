import type { FastifyInstance } from 'fastify'
import type { BacktestResults } from '../../domain/backtest.ts'
import { ENDINGS, figureFile } from '../figures/endings.ts'
import { coverageFigure, findShown, type PastFigure } from '../figures/past-figures.ts'
import { ownPage } from '../pages/figure-page.ts'
import type { ServerContext } from '../server-context.ts'

type Find = (results: BacktestResults, query: Record<string, unknown>) => PastFigure | undefined

/** The figures of the back-test, each on a page of its own, and as files at the same address with an ending. */
export function addPastFigures(server: FastifyInstance, context: ServerContext): void {
  const { answers, backtest } = context
  const figures: readonly (readonly [string, Find])[] = [
    ['past-ranges', (results) => coverageFigure(context, results)],
    ['past-projection', (results, { shown }) => findShown(context, results, shown)],
  ]
  for (const [path, find] of figures)
    for (const ending of [undefined, ...ENDINGS])
      server.get<{ Querystring: Record<string, unknown> }>(
        `/figure/${path}${ending ? `.${ending}` : ''}`,
        (request, reply) => {
          const found = backtest && find(backtest, request.query)
          // the page says why there is none
          if (!found) return ending ? reply.callNotFound() : reply.redirect('/how-we-did', 302)
          return answers.send(request, reply, found.address(ending), () =>
            ending
              ? figureFile(found.figure, null, ending, found.name)
              : {
                  type: 'text/html; charset=utf-8',
                  body: ownPage(context, found.block(), {
                    href: '/how-we-did',
                    text: 'How we did',
                    place: 'how-we-did',
                  }),
                },
          )
        },
      )
}
