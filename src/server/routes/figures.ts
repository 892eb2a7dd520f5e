import type { FastifyInstance } from 'fastify'
import { figureDocument } from '../../views/exports/figure-json.ts'
import { figureCsv, figureRows } from '../../views/exports/figure-rows.ts'
import { createFanChart } from '../../views/fan/fan-chart.ts'
import { FAN_LOOKS, fanSvg } from '../../views/fan/fan-svg.ts'
import { seriesName } from '../../views/projection-reader.ts'
import type { Answer } from '../answer.ts'
import { addressOf, figureSubject, type PageQuery, parsePageQuery } from '../page-query.ts'
import type { ServerContext } from '../server-context.ts'

type Maker = (context: ServerContext, query: PageQuery) => Answer

const fileName = ({ area, series, measure }: PageQuery, ending: string): string =>
  `headroom-${area.code}-${seriesName(series).replace('.', '-')}-${measure}.${ending}`.replaceAll('_', '-')

const MAKERS: Readonly<Record<string, Maker>> = {
  csv: ({ reader }, query) => ({
    type: 'text/csv; charset=utf-8',
    body: figureCsv(figureRows(reader, figureSubject(query, reader))),
    download: fileName(query, 'csv'),
  }),
  json: ({ reader }, query) => ({
    type: 'application/json; charset=utf-8',
    body: `${JSON.stringify(figureDocument(reader, figureSubject(query, reader)), null, 1)}\n`,
    download: fileName(query, 'json'),
  }),
  svg: ({ reader }, query) => ({
    type: 'image/svg+xml; charset=utf-8',
    body: fanSvg(createFanChart(reader, figureSubject(query, reader)), {
      id: 'figure',
      ...FAN_LOOKS.wide,
      standalone: true,
    }).markup,
    download: fileName(query, 'svg'),
  }),
}

/** What a page draws, as a file at the same query; and the same values for programs. */
export function addFigures(server: FastifyInstance, context: ServerContext): void {
  const { answers, reader } = context
  for (const [ending, make] of Object.entries(MAKERS))
    server.get<{ Querystring: Record<string, unknown> }>(`/figure.${ending}`, (request, reply) => {
      const query = parsePageQuery(request.query, context)
      return answers.send(request, reply, addressOf(`/figure.${ending}`, query, reader), () =>
        make(context, query),
      )
    })
  server.get<{ Querystring: Record<string, unknown> }>('/api/projection', (request, reply) => {
    const query = parsePageQuery(request.query, context)
    return answers.send(request, reply, addressOf('/api/projection', query, reader), () => ({
      type: 'application/json; charset=utf-8',
      body: `${JSON.stringify(figureDocument(reader, figureSubject(query, reader)))}\n`,
    }))
  })
}
