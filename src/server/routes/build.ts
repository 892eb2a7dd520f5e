import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { BuilderState } from '../../domain/builder.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { titleOf } from '../../pipeline/builder/choice.ts'
import { readAddress } from '../../pipeline/builder/read-address.ts'
import { writeAddress } from '../../pipeline/builder/write-address.ts'
import { writeScenarioFile } from '../../pipeline/builder/write-scenario.ts'
import { builderCsv } from '../../views/builder/builder-csv.ts'
import { type ServedBundle, spanOf, type Workshop } from '../builder/workshop.ts'
import { readFigureQuery } from '../figures/builder-figures.ts'
import { type BuildView, buildPage } from '../pages/build-page.ts'
import type { ServerContext } from '../server-context.ts'
import { takesGzip } from '../takes-gzip.ts'
import { notFound } from '../troubles.ts'

const HTML = 'text/html; charset=utf-8'

/** The scenario builder, what the browser needs to run it, and its state as files. */
export function addBuilder(server: FastifyInstance, context: ServerContext): void {
  const { workshop } = context
  if (workshop === null) return

  server.get('/build', async (request, reply) => {
    const shop = await workshop()
    const raw = queryOf(request)
    const span = spanOf(shop)
    const empty = readAddress('', shop.frame.presets, span)
    try {
      const { state, own, add, wantsParts } = readRequest(raw, shop)
      const query = writeAddress(state, shop.frame.presets, span)
      if (query !== own) return reply.redirect(addressOf(query, wantsParts, add), 303)
      const result = await shop.result(state)
      const parts = wantsParts ? await shop.parts(state) : undefined
      const view = { state, query, result, trouble: null, add, ...(parts === undefined ? {} : { parts }) }
      const key = addressOf(query, wantsParts, add)
      return context.answers.send(request, reply, key, () => ({
        type: HTML,
        body: buildPage(context, shop, view),
      }))
    } catch (error) {
      if (!(error instanceof HeadroomError)) throw error
      return sendTrouble(context, shop, reply, error, empty)
    }
  })

  server.get('/build/scenario.yaml', async (request, reply) => {
    const shop = await workshop()
    const { built } = readAddress(queryOf(request), shop.frame.presets, spanOf(shop))
    return reply
      .type('application/yaml; charset=utf-8')
      .header('content-disposition', 'attachment; filename="headroom-scenario.yaml"')
      .send(scenarioText(built, shop))
  })

  server.get('/build/figure.csv', async (request, reply) => {
    const shop = await workshop()
    const { state, areas } = readFigureQuery(queryOf(request), shop)
    const result = await shop[areas === 'each' ? 'everyArea' : 'result'](state)
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="headroom-scenario.csv"')
      .send(builderCsv(result))
  })

  server.get<{ Params: { readonly name: string } }>('/build/:name.bundle', async (request, reply) => {
    const { england, areas, changes, changesAddress } = await workshop()
    const asked = `/build/${request.params.name}.bundle`
    const found = [england, areas].find(({ address }) => address === asked)
    if (!found && asked !== changesAddress) throw notFound
    return sendBundle(request, reply, found ?? (await changes()))
  })
}

/** What `headroom-scenario.yaml` says. */
const scenarioText = (built: BuilderState['built'], { frame }: Workshop): string =>
  writeScenarioFile(
    built,
    titleOf(built, frame.presets, 'My scenario'),
    'Built on the page “Build a scenario”.',
    frame.presets,
  )

const queryOf = ({ url }: FastifyRequest): string => url.split('?')[1] ?? ''

/** The state of an address, apart from what only says how to show it. */
function readRequest(raw: string, { frame }: Workshop) {
  const query = new URLSearchParams(raw)
  const add = query.get('add') || null
  const wantsParts = query.get('parts') === 'yes'
  query.delete('parts')
  const state = readAddress(query.toString(), frame.presets, spanOf({ frame }))
  query.delete('add')
  return { state, own: query.toString(), add, wantsParts }
}

function addressOf(query: string, wantsParts: boolean, add: string | null): string {
  const all = new URLSearchParams(query)
  if (add !== null) all.append('add', add)
  if (wantsParts) all.append('parts', 'yes')
  const text = all.toString()
  return text ? `/build?${text}` : '/build'
}

/** A wrong address, or a server that is busy: the page says so and offers the builder as it starts. */
async function sendTrouble(
  context: ServerContext,
  shop: Workshop,
  reply: FastifyReply,
  { code, message, next }: HeadroomError,
  state: BuilderState,
): Promise<FastifyReply> {
  const isBusy = code === 'server-busy'
  const view: BuildView = {
    state,
    query: '',
    result: isBusy ? null : await shop.result(state),
    trouble: {
      title: isBusy ? 'The server is busy' : 'This address asks for something the builder can’t do',
      message,
      next: isBusy ? next : `${next} Below, nothing is changed yet.`,
    },
    add: null,
  }
  return reply
    .code(isBusy ? 503 : 400)
    .header('cache-control', 'no-store')
    .type(HTML)
    .send(buildPage(context, shop, view))
}

function sendBundle(request: FastifyRequest, reply: FastifyReply, bundle: ServedBundle): FastifyReply {
  reply
    .type('application/octet-stream')
    .header('cache-control', 'public, max-age=31536000, immutable')
    .header('vary', 'accept-encoding')
    .header('etag', `"${bundle.address}"`)
  if (!takesGzip(request)) return reply.send(Buffer.from(bundle.bytes))
  return reply.header('content-encoding', 'gzip').send(bundle.zipped)
}
