import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { afterRun } from '../../domain/run-address.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import type { ServerContext } from '../server-context.ts'

/**
 * Addresses that name the run: they lead to the same address without it where that run is served, and say so where
 * another one is. Nobody who follows one is shown other figures unawares.
 */
export function addPermanentLinks(server: FastifyInstance, { reader }: ServerContext): void {
  const served = reader.projection.manifest.run
  const follow = (
    request: FastifyRequest<{ Params: { run: string } }>,
    reply: FastifyReply,
  ): FastifyReply => {
    const { run } = request.params
    if (run !== served) throw new HeadroomError('run-not-served', { run, served })
    return reply.redirect(afterRun(request.url), 302)
  }
  server.get('/runs/:run', follow)
  server.get('/runs/:run/*', follow)
}
