import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { BuilderState } from '../../domain/builder.ts'
import type { SavedScenario } from '../../domain/saved-scenario.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { readAddress } from '../../pipeline/builder/read-address.ts'
import { writeScenarioFile } from '../../pipeline/builder/write-scenario.ts'
import { spanOf, type Workshop } from '../builder/workshop.ts'
import { saveAgainPage, savedListPage, savedPage } from '../pages/saved-pages.ts'
import { saveScenario } from '../saved/save-scenario.ts'
import type { ServerContext } from '../server-context.ts'
import { statusOf } from '../troubles.ts'
import { fieldsOf } from '../writing/form-body.ts'
import { readTitle } from '../writing/read-title.ts'

const HTML = 'text/html; charset=utf-8'
interface Named {
  readonly Params: { readonly id: string }
}

/** Saved scenarios: the list, one of them, its file, and the form that saves. */
export function addSaved(server: FastifyInstance, context: ServerContext): void {
  const { workshop, saved, answers } = context
  if (workshop === null || saved === null) return

  server.post('/scenarios', async (request, reply) => {
    const fields = fieldsOf(request.body)
    const [title, query] = [fields.get('title'), fields.get('query') ?? '']
    try {
      saved.guard.check(request, 'saves')
      const named = readTitle(title, saved.limits.title)
      const shop = await workshop()
      const { id } = await saveScenario(context, saved, shop, named, stateOf(query, shop))
      return reply.header('cache-control', 'no-store').redirect(`/scenarios/${id}`, 303)
    } catch (trouble) {
      if (!(trouble instanceof HeadroomError)) throw trouble
      const given = [...(title ?? '')].slice(0, 2 * saved.limits.title).join('')
      return reply
        .code(statusOf(trouble))
        .header('cache-control', 'no-store')
        .type(HTML)
        .send(saveAgainPage(context, { title: given, query, trouble }, saved.limits.title))
    }
  })

  server.get('/scenarios', async (_, reply) => {
    const { documents, troubles } = saved.scenarios.list()
    return reply
      .header('cache-control', 'no-store')
      .type(HTML)
      .send(savedListPage(context, documents, troubles))
  })

  server.get<Named>('/scenarios/:id', async (request, reply) => {
    const scenario = find(request)
    const shop = await workshop()
    let state: BuilderState | null = null
    try {
      state = stateOf(scenario.query, shop)
      const wanted = state
      return await answers.send(request, reply, `/scenarios/${scenario.id}`, async () => {
        const view = { scenario, state: wanted, result: await shop.result(wanted), trouble: null }
        return { type: HTML, body: savedPage(context, shop, view) }
      })
    } catch (error) {
      if (!(error instanceof HeadroomError)) throw error
      return sendTrouble(reply, shop, { scenario, state, error })
    }
  })

  server.get<Named>('/scenarios/:id/scenario.yaml', async (request, reply) => {
    const { id, title, query } = find(request)
    const shop = await workshop()
    const { built } = stateOf(query, shop)
    const description = 'Built on the page “Build a scenario” and saved on its server.'
    return reply
      .type('application/yaml; charset=utf-8')
      .header('content-disposition', `attachment; filename="headroom-scenario-${id}.yaml"`)
      .send(writeScenarioFile(built, title, description, shop.frame.presets))
  })

  function find({ params: { id } }: FastifyRequest<Named>): SavedScenario {
    const found = saved?.scenarios.find(id)
    if (!found) throw new HeadroomError('saved-unknown', { id })
    return found
  }

  /** A scenario that this version can’t read, or a server that is busy: the page has the rest. */
  function sendTrouble(
    reply: FastifyReply,
    shop: Workshop,
    { scenario, state, error }: { scenario: SavedScenario; state: BuilderState | null; error: HeadroomError },
  ): FastifyReply {
    const isBusy = error.code === 'server-busy'
    const trouble = {
      title: isBusy ? 'The server is busy' : 'This version can’t work the scenario out',
      message: error.message,
      next: isBusy
        ? error.next
        : 'It was saved with another version or with other data. It is kept as it is; the builder can start afresh.',
    }
    return reply
      .code(isBusy ? 503 : 200)
      .header('cache-control', 'no-store')
      .type(HTML)
      .send(savedPage(context, shop, { scenario, state, result: null, trouble }))
  }
}

const stateOf = (query: string, shop: Workshop): BuilderState =>
  readAddress(query, shop.frame.presets, spanOf(shop))
