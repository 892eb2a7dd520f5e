import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { readStudy, SENSITIVITY_RECORD } from '../../storage/sensitivity-record.ts'
import { createTornado } from '../../views/sensitivity/tornado.ts'
import { ENDINGS, figureFile } from '../figures/endings.ts'
import { ownPage } from '../pages/figure-page.ts'
import {
  findOutput,
  outputCode,
  tornadoAddress,
  tornadoBlock,
  whatMattersPage,
} from '../pages/what-matters-page.ts'
import type { ServerContext } from '../server-context.ts'

/**
 * The page and the figure of the study in the run's folder, or of the one that comes with Headroom. It is read when it is asked for,
 * since a study is made after the run it belongs to.
 */
export function addWhatMatters(server: FastifyInstance, context: ServerContext): void {
  const { answers, runFolder, studies } = context
  const findShown = async () => {
    const own = await find(runFolder)
    return own.study || own.trouble ? own : find(studies)
  }
  server.get<{ Querystring: Record<string, unknown> }>('/what-matters', async (request, reply) => {
    const { output } = request.query
    const asked = typeof output === 'string' ? output : null
    const found = await findShown()
    const key = `/what-matters?output=${asked ?? ''}#${found.version}`
    return answers.send(request, reply, key, () => ({
      type: 'text/html; charset=utf-8',
      body: whatMattersPage(context, found.study, asked, found.trouble),
    }))
  })
  for (const ending of [undefined, ...ENDINGS])
    server.get<{ Querystring: Record<string, unknown> }>(
      `/figure/tornado${ending ? `.${ending}` : ''}`,
      async (request, reply) => {
        const { study, version } = await findShown()
        // the page says how to make one
        if (!study) return ending ? reply.callNotFound() : reply.redirect('/what-matters', 302)
        const output = findOutput(study, request.query.output)
        const key = `${tornadoAddress(output, ending)}#${version}`
        return answers.send(request, reply, key, () =>
          ending
            ? figureFile(
                createTornado(study, output),
                null,
                ending,
                `headroom-${outputCode(output).replaceAll(/[._]/g, '-')}-tornado`,
              )
            : {
                type: 'text/html; charset=utf-8',
                body: ownPage(context, tornadoBlock(context, study, output), {
                  href: `/what-matters?output=${outputCode(output)}`,
                  text: 'What matters to this result',
                  place: 'what-matters',
                }),
              },
        )
      },
    )
}

/** The study of a folder, with a mark that changes when it does; or why it can't be read. */
async function find(folder: string | null) {
  if (folder === null) return { study: null, trouble: null, version: '' }
  const version = await versionOf(path.join(folder, SENSITIVITY_RECORD))
  try {
    return { study: await readStudy(folder), trouble: null, version }
  } catch (error) {
    if (!(error instanceof HeadroomError)) throw error
    return { study: null, trouble: { message: error.message, next: error.next }, version }
  }
}

const versionOf = async (file: string): Promise<string> => {
  try {
    const { mtimeMs, size } = await stat(file)
    return `${mtimeMs}/${size}`
  } catch {
    return 'none'
  }
}
