import type { FastifyInstance } from 'fastify'
import { figureDocument } from '../../views/exports/figure-json.ts'
import { figureCsv, figureRows } from '../../views/exports/figure-rows.ts'
import { createFanChart } from '../../views/fan/fan-chart.ts'
import { FAN_LOOKS, fanSvg } from '../../views/fan/fan-svg.ts'
import { seriesName } from '../../views/projection-reader.ts'
import type { Answer } from '../answer.ts'
import { ENDINGS, type Ending, figureFile, MEDIA_TYPES } from '../figures/endings.ts'
import { FIGURE_KINDS, figureAddress, relevant } from '../figures/figure-kinds.ts'
import { addressOf, drawnSubject, type PageQuery, parsePageQuery, subjectWithPast } from '../page-query.ts'
import { figurePage } from '../pages/figure-page.ts'
import { drawPng } from '../png.ts'
import type { ServerContext } from '../server-context.ts'

type Asked = { readonly Querystring: Record<string, unknown> }

/** What a figure is saved under, without its ending; two figures don’t share a name. */
function fileName(kind: string, { area, series, measure, year }: Partial<PageQuery>): string {
  const parts = [area?.code, series && seriesName(series).replace('.', '-'), measure, year, kind]
  return ['headroom', ...parts.filter((part) => part !== undefined && part !== '')]
    .join('-')
    .replaceAll('_', '-')
}

const fanPicture = (context: ServerContext, query: PageQuery): string =>
  fanSvg(createFanChart(context.reader, drawnSubject(query, context)), {
    id: 'figure',
    ...FAN_LOOKS.wide,
    standalone: true,
  }).markup

const FAN_BODIES: Readonly<
  Record<Ending, (context: ServerContext, query: PageQuery) => string | Promise<Uint8Array>>
> = {
  csv: (context, query) => figureCsv(figureRows(context.reader, drawnSubject(query, context))),
  json: (context, query) =>
    `${JSON.stringify(figureDocument(context.reader, drawnSubject(query, context)), null, 1)}\n`,
  svg: fanPicture,
  png: (context, query) => drawPng(fanPicture(context, query)),
}

/** The fan chart as a file. */
async function fanFile(context: ServerContext, query: PageQuery, ending: Ending): Promise<Answer> {
  const { area, series, measure } = query
  return {
    type: MEDIA_TYPES[ending],
    body: await FAN_BODIES[ending](context, query),
    download: `${fileName(query.past ? '' : 'without-past', { area, series, measure })}.${ending}`,
  }
}

/** What a page draws: each figure on a page of its own, and as files at the same address with an ending. */
export function addFigures(server: FastifyInstance, context: ServerContext): void {
  const { answers, reader } = context
  for (const ending of ENDINGS)
    server.get<Asked>(`/figure.${ending}`, (request, reply) => {
      const query = parsePageQuery(request.query, context)
      return answers.send(request, reply, addressOf(`/figure.${ending}`, query, reader), () =>
        fanFile(context, query, ending),
      )
    })
  for (const kind of FIGURE_KINDS) {
    server.get<Asked>(`/figure/${kind.code}`, (request, reply) => {
      const query = parsePageQuery(request.query, context)
      return answers.send(request, reply, figureAddress(kind, query, context), () => ({
        type: 'text/html; charset=utf-8',
        body: figurePage(context, kind, query),
      }))
    })
    for (const ending of ENDINGS)
      server.get<Asked>(`/figure/${kind.code}.${ending}`, (request, reply) => {
        const query = parsePageQuery(request.query, context)
        return answers.send(request, reply, figureAddress(kind, query, context, ending), () =>
          figureFile(
            kind.make(context, query),
            reader.projection.manifest,
            ending,
            fileName(kind.code, relevant(kind, query)),
          ),
        )
      })
  }
  server.get<Asked>('/api/projection', (request, reply) => {
    const query = parsePageQuery(request.query, context)
    return answers.send(request, reply, addressOf('/api/projection', query, reader), () => ({
      type: MEDIA_TYPES.json,
      body: `${JSON.stringify(figureDocument(reader, subjectWithPast(query, context)))}\n`,
    }))
  })
}
