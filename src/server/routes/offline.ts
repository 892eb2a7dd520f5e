import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { KEEPER, VERSION_HEADER } from '../../domain/kept-pages.ts'
import { pageFrame } from '../pages/page-frame.ts'
import { KEEPER_POLICY, writePolicy } from '../security.ts'
import type { ServerContext } from '../server-context.ts'

const OFFLINE = '/offline'

/**
 * What lets a browser show pages without the server: the script that keeps them, which names the run and the program
 * it keeps them of, and the page that says what works. Every answer says which run and program it is of.
 */
export function addOffline(server: FastifyInstance, context: ServerContext): void {
  const { answers, assets, version } = context
  server.addHook('onRequest', (_, reply, done) => {
    reply.header(VERSION_HEADER, version)
    done()
  })
  server.get(KEEPER, (request, reply) => {
    reply.header('content-security-policy', writePolicy(KEEPER_POLICY))
    return answers.send(request, reply, KEEPER, () => {
      const settings = { version, first: [OFFLINE, assets.style, assets.script, assets.icon] }
      const script = readFileSync(path.join(assets.folder, assets.keeper), 'utf8')
      return {
        type: 'text/javascript; charset=utf-8',
        body: `self.headroom=${JSON.stringify(settings)};\n${script}`,
      }
    })
  })
  server.get(OFFLINE, (request, reply) =>
    answers.send(request, reply, OFFLINE, () => ({
      type: 'text/html; charset=utf-8',
      body: context.render('offline.njk', pageFrame(context, 'Without the server', 'none')),
    })),
  )
}
