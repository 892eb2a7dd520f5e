import type { FastifyInstance } from 'fastify'
import { addressOf, parsePageQuery } from '../page-query.ts'
import { howWeDidPage } from '../pages/how-we-did-page.ts'
import { areasPage, dataPage, methodPage } from '../pages/other-pages.ts'
import { startPage } from '../pages/start-page.ts'
import type { ServerContext } from '../server-context.ts'
import { findRunFiles } from './run-files.ts'

const HTML = 'text/html; charset=utf-8'

/** The pages people read. */
export function addPages(server: FastifyInstance, context: ServerContext): void {
  const { answers, reader } = context
  server.get<{ Querystring: Record<string, unknown> }>('/', (request, reply) => {
    const query = parsePageQuery(request.query, context)
    return answers.send(request, reply, addressOf('/', query, reader), () => ({
      type: HTML,
      body: startPage(context, query),
    }))
  })
  server.get<{ Querystring: Record<string, unknown> }>('/areas', (request, reply) => {
    const query = { ...parsePageQuery(request.query, context), area: reader.home }
    return answers.send(request, reply, addressOf('/areas', query, reader), () => ({
      type: HTML,
      body: areasPage(context, query),
    }))
  })
  server.get('/method', (request, reply) =>
    answers.send(request, reply, '/method', () => ({ type: HTML, body: methodPage(context) })),
  )
  server.get('/how-we-did', (request, reply) =>
    answers.send(request, reply, '/how-we-did', () => ({ type: HTML, body: howWeDidPage(context) })),
  )
  server.get('/data', (request, reply) =>
    answers.send(request, reply, '/data', () => ({
      type: HTML,
      body: dataPage(context, findRunFiles(context.runFolder)),
    })),
  )
}
