import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** A body ready to be sent. */
export interface Answer {
  readonly type: string
  readonly body: string
  /** Name that a browser saves it under; not given for pages. */
  readonly download?: string
}

interface Kept extends Answer {
  readonly tag: string
}

/** Sends answers, each made once and kept while it is asked for. */
export interface Answers {
  /**
   * Sends the answer of an address, or 304 where the reader has it already. Answers depend on nothing
   * but the run and the address.
   * @param key the one address of the answer
   */
  send(request: FastifyRequest, reply: FastifyReply, key: string, make: () => Answer): FastifyReply
}

/** Answers kept at most; a page is about a quarter of a megabyte. */
const KEPT = 128

/** Creates the memory of answers of one server; the longest unused goes first. */
export function createAnswers(): Answers {
  const kept = new Map<string, Kept>()
  const find = (key: string, make: () => Answer): Kept => {
    const known = kept.get(key)
    kept.delete(key)
    const answer = known ?? withTag(make())
    kept.set(key, answer)
    const [oldest] = kept.keys()
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
    return answer
  }
  return {
    send(request, reply, key, make) {
      const { type, body, download, tag } = find(key, make)
      reply.header('etag', tag).header('cache-control', 'no-cache')
      if (download) reply.header('content-disposition', `attachment; filename="${download}"`)
      const given = request.headers['if-none-match']
        ?.split(',')
        .map((each) => each.trim().replace(/^W\//, ''))
      if (given?.includes(tag)) return reply.code(304).send()
      return reply.type(type).send(body)
    },
  }
}

const withTag = (answer: Answer): Kept => ({
  ...answer,
  tag: `"${createHash('sha256').update(answer.type).update(answer.body).digest('base64url').slice(0, 22)}"`,
})
