import type { FastifyInstance } from 'fastify'
import {
  BUILDER_FIGURES,
  builderFigureAddress,
  builderFigureFile,
  readFigureQuery,
} from '../figures/builder-figures.ts'
import { ENDINGS, figureFile } from '../figures/endings.ts'
import { builderFigurePage } from '../pages/builder-figure-page.ts'
import type { ServerContext } from '../server-context.ts'

/** The figures of the scenario builder, each on a page of its own, and as files at the same address with an ending. */
export function addBuilderFigures(server: FastifyInstance, context: ServerContext): void {
  const { answers, workshop } = context
  if (workshop === null) return
  for (const kind of BUILDER_FIGURES)
    for (const ending of [undefined, ...ENDINGS])
      server.get(`/build/figure/${kind.code}${ending ? `.${ending}` : ''}`, async (request, reply) => {
        const shop = await workshop()
        const asked = readFigureQuery(request.url.split('?')[1] ?? '', shop)
        return answers.send(request, reply, builderFigureAddress(kind, asked, ending), async () => {
          const figure = await kind.make(shop, asked)
          return ending
            ? figureFile(figure, null, ending, builderFigureFile(kind))
            : {
                type: 'text/html; charset=utf-8',
                body: builderFigurePage(context, { kind, figure, asked }),
              }
        })
      })
}
