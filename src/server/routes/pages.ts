import type { FastifyInstance } from 'fastify'
import { addressOf, parsePageQuery } from '../page-query.ts'
import { carePage } from '../pages/care-page.ts'
import { dataPage } from '../pages/data-page.ts'
import { explainPage } from '../pages/explain-page.ts'
import { explorePage } from '../pages/explore-page.ts'
import { glossaryPage } from '../pages/glossary-page.ts'
import { howWeDidPage } from '../pages/how-we-did-page.ts'
import { areasPage, methodPage } from '../pages/other-pages.ts'
import { profilePage } from '../pages/profile-page.ts'
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
    const { code } = request.query
    if (typeof code === 'string' && code !== '')
      return reply.redirect(`/areas/${parsePageQuery({ area: code }, context).area.code}`, 303)
    const query = { ...parsePageQuery(request.query, context), area: reader.home }
    return answers.send(request, reply, addressOf('/areas', query, reader), () => ({
      type: HTML,
      body: areasPage(context, query),
    }))
  })
  server.get<{ Querystring: Record<string, unknown> }>('/explore', (request, reply) => {
    const query = parsePageQuery(request.query, context)
    return answers.send(request, reply, addressOf('/explore', query, reader), () => ({
      type: HTML,
      body: explorePage(context, query),
    }))
  })
  server.get<{ Querystring: Record<string, unknown> }>('/explain', (request, reply) => {
    const query = parsePageQuery(request.query, context)
    const { ground } = context
    if (!ground) return reply.callNotFound()
    return answers.send(request, reply, addressOf('/explain', query, reader), () => ({
      type: HTML,
      body: explainPage(context, ground, query),
    }))
  })
  server.get<{ Params: { code: string } }>('/areas/:code', (request, reply) => {
    const { area } = parsePageQuery({ area: request.params.code }, context)
    return answers.send(request, reply, `/areas/${area.code}`, () => ({
      type: HTML,
      body: profilePage(context, area),
    }))
  })
  server.get<{ Querystring: Record<string, unknown> }>('/unpaid-care', (request, reply) => {
    const query = { ...parsePageQuery(request.query, context), series: reader.projection.series[0]! }
    return answers.send(request, reply, addressOf('/unpaid-care', query, reader), () => ({
      type: HTML,
      body: carePage(context, query),
    }))
  })
  server.get('/method', (request, reply) =>
    answers.send(request, reply, '/method', () => ({ type: HTML, body: methodPage(context) })),
  )
  server.get('/how-we-did', (request, reply) =>
    answers.send(request, reply, '/how-we-did', () => ({ type: HTML, body: howWeDidPage(context) })),
  )
  server.get('/glossary', (request, reply) =>
    answers.send(request, reply, '/glossary', () => ({ type: HTML, body: glossaryPage(context) })),
  )
  server.get('/data', (request, reply) =>
    answers.send(request, reply, '/data', () => ({
      type: HTML,
      body: dataPage(context, findRunFiles(context.runFolder)),
    })),
  )
}
