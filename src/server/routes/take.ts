import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { PlanRecord } from '../../domain/plan-record.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { planCsv, planDocument } from '../../storage/write-plan.ts'
import { createCoverageFigure } from '../../views/plan/coverage-figure.ts'
import { ENDINGS, figureFile } from '../figures/endings.ts'
import { takeFormPage } from '../pages/take-form.ts'
import { answerPage, openAnswerPage, sayState } from '../pages/take-pages.ts'
import type { PlanState } from '../plans/plan-desk.ts'
import { addressOfPlan, type PlanAddress, stateOfPlan } from '../plans/plan-state.ts'
import { readQuestion } from '../plans/question.ts'
import type { ServerContext } from '../server-context.ts'
import { statusOf } from '../troubles.ts'
import { fieldsOf } from '../writing/form-body.ts'

const HTML = 'text/html; charset=utf-8'
interface Named {
  readonly Params: { readonly id: string }
}

/** “What would it take”: the form, the answer while it is worked out and after, and its files. */
export function addTake(server: FastifyInstance, context: ServerContext): void {
  const { plans, workshop } = context
  if (plans === null || workshop === null) return
  server.addHook('onClose', async () => plans.desk.close())

  const sendForm = (reply: FastifyReply, query: URLSearchParams, error: HeadroomError | null): FastifyReply =>
    reply
      .code(error ? statusOf(error) : 200)
      .header('cache-control', 'no-store')
      .type(HTML)
      .send(takeFormPage(context, plans, query, error))

  server.get('/take', async (request, reply) => {
    const query = new URLSearchParams(request.url.split('?')[1] ?? '')
    return sendForm(
      reply,
      query,
      wrongWith(() => readQuestion(query, plans.asking())),
    )
  })

  server.post('/take', async (request, reply) => {
    const fields = fieldsOf(request.body)
    try {
      plans.guard.check(request, 'asks')
      const id = plans.desk.ask(readQuestion(fields, plans.asking()))
      return reply.header('cache-control', 'no-store').redirect(`/take/${id}`, 303)
    } catch (error) {
      if (!(error instanceof HeadroomError)) throw error
      return sendForm(reply, fields, error)
    }
  })

  server.get<Named>('/take/:id', async (request, reply) => {
    const { id } = request.params
    const state = look(id)
    reply.header('cache-control', state.kind === 'done' ? 'no-cache' : 'no-store').type(HTML)
    if (state.kind !== 'done')
      return reply.code(state.kind === 'failed' ? 500 : 200).send(openAnswerPage(context, id, state))
    return reply.send(answerPage(context, plans, state.record, await addressOf(state.record)))
  })

  server.get<Named>('/take/:id/state', async (request, reply) => {
    const state = look(request.params.id)
    const share = state.kind === 'working' ? state.share : state.kind === 'done' ? 1 : 0
    const said = state.kind === 'done' ? 'It is done.' : sayState(state)
    return reply.header('cache-control', 'no-store').send({ state: state.kind, share, said })
  })

  for (const ending of ENDINGS)
    server.get<Named>(`/take/:id/coverage.${ending}`, async (request, reply) => {
      const { id, plan } = recordOf(request)
      const name = `headroom-coverage-${id}`
      // the answer stands where a figure’s run stands: it is what the values are of
      const run = { run: id, scenario: 'plan' }
      const { type, body } = await figureFile(createCoverageFigure(plan), run, ending, name)
      return reply
        .type(type)
        .header('cache-control', 'no-cache')
        .header('content-disposition', `attachment; filename="${name}.${ending}"`)
        .send(typeof body === 'string' ? body : Buffer.from(body))
    })

  const file = (name: string, type: string, make: (record: PlanRecord) => string): void => {
    server.get<Named>(`/take/:id/${name}`, async (request: FastifyRequest<Named>, reply) => {
      const record = recordOf(request)
      const [stem, ending] = name.split('.')
      return reply
        .type(type)
        .header('cache-control', 'no-cache')
        .header('content-disposition', `attachment; filename="headroom-${stem}-${record.id}.${ending}"`)
        .send(make(record))
    })
  }
  file('plan.csv', 'text/csv; charset=utf-8', ({ plan }) => planCsv(plan))
  file('plan.json', 'application/json; charset=utf-8', ({ plan, ...record }) => {
    const { id, question, version, inputs, made } = record
    return `${JSON.stringify({ id, question, headroomVersion: version, inputs, made, ...planDocument(plan) }, null, 2)}\n`
  })
  file('scenario.yaml', 'application/yaml; charset=utf-8', ({ plan }) => plan.scenario)

  function look(id: string): PlanState {
    const state = plans?.desk.look(id)
    if (!state) throw new HeadroomError('saved-unknown', { id })
    return state
  }

  function recordOf({ params: { id } }: FastifyRequest<Named>): PlanRecord {
    const state = look(id)
    if (state.kind !== 'done') throw new HeadroomError('saved-unknown', { id })
    return state.record
  }

  /** Where the builder shows a plan; one of an older version may say what this one can’t read. */
  async function addressOf({ plan }: PlanRecord): Promise<PlanAddress> {
    const shop = await workshop!()
    try {
      return addressOfPlan(stateOfPlan(plans!.files, plan, shop), shop)
    } catch (error) {
      if (error instanceof HeadroomError) return { href: null, why: 'unlike' }
      throw error
    }
  }
}

/** What is wrong with a question, or null. */
function wrongWith(read: () => unknown): HeadroomError | null {
  try {
    read()
    return null
  } catch (error) {
    if (error instanceof HeadroomError) return error
    throw error
  }
}
