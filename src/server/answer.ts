import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** A body ready to be sent. */
export interface Answer {
  readonly type: string
  readonly body: string | Uint8Array
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
  send(
    request: FastifyRequest,
    reply: FastifyReply,
    key: string,
    make: () => Answer | Promise<Answer>,
  ): Promise<FastifyReply>
}

/** Answers kept at most; a page is about a quarter of a megabyte. */
const KEPT = 128

/** Creates the memory of answers of one server; the longest unused goes first. */
export function createAnswers(): Answers {
  const kept = new Map<string, Kept>()
  const find = async (key: string, make: () => Answer | Promise<Answer>): Promise<Kept> => {
    const answer = kept.get(key) ?? withTag(await make())
    kept.delete(key)
    kept.set(key, answer)
    const [oldest] = kept.keys()
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
    return answer
  }
  return {
    async send(request, reply, key, make) {
      const { type, body, download, tag } = await find(key, make)
      reply.header('etag', tag).header('cache-control', 'no-cache')
      if (download) reply.header('content-disposition', `attachment; filename="${download}"`)
      const given = request.headers['if-none-match']
        ?.split(',')
        .map((each) => each.trim().replace(/^W\//, ''))
      if (given?.includes(tag)) return reply.code(304).send()
      return reply.type(type).send(typeof body === 'string' ? body : Buffer.from(body))
    },
  }
}

const withTag = (answer: Answer): Kept => ({
  ...answer,
  tag: `"${createHash('sha256').update(answer.type).update(answer.body).digest('base64url').slice(0, 22)}"`,
})
