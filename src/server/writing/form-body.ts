import type { FastifyInstance } from 'fastify'

/** Lets a server read forms, and nothing else that is sent to it. @param most bytes of a form */
export function readForms(server: FastifyInstance, most: number): void {
  server.removeAllContentTypeParsers()
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: most },
    (_, body, done) => done(null, new URLSearchParams(String(body))),
  )
}

/** The fields of a form that was sent; none where nothing was. */
export const fieldsOf = (body: unknown): URLSearchParams =>
  body instanceof URLSearchParams ? body : new URLSearchParams()
