import type { FastifyInstance } from 'fastify'
import { assumptionsAddress, entryAddress, parseAssumptionQuery } from '../assumption-query.ts'
import { assumptionPage, assumptionsPage } from '../pages/assumptions-page.ts'
import type { ServerContext } from '../server-context.ts'

const HTML = 'text/html; charset=utf-8'

/** The book of assumptions and a page for each of its rows. */
export function addAssumptions(server: FastifyInstance, context: ServerContext): void {
  const { answers, ground } = context
  server.get<{ Querystring: Record<string, unknown> }>('/assumptions', (request, reply) => {
    const entries = ground?.entries() ?? []
    const query = parseAssumptionQuery(request.query, entries)
    return answers.send(request, reply, assumptionsAddress(query), () => ({
      type: HTML,
      body: assumptionsPage(context, entries, query),
    }))
  })
  server.get<{ Params: { table: string; key: string } }>('/assumptions/:table/:key', (request, reply) => {
    const { table, key } = request.params
    const family = (ground?.entries() ?? []).filter((entry) => entry.table === table)
    const entry = family.find((each) => each.key === key)
    if (entry)
      return answers.send(request, reply, entryAddress(entry), () => ({
        type: HTML,
        body: assumptionPage(context, entry),
      }))
    // explanations give the row of the file
    const byRow = family.find(({ row }) => String(row) === key)
    return byRow ? reply.redirect(entryAddress(byRow), 303) : reply.callNotFound()
  })
}
