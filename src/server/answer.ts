import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { takesGzip } from './takes-gzip.ts'

/** A body ready to be sent. */
export interface Answer {
  readonly type: string
  readonly body: string | Uint8Array
  /** Name that a browser saves it under; not given for pages. */
  readonly download?: string
}

interface Kept extends Answer {
  readonly tag: string
  /** The body packed with gzip, once somebody has asked for it so. */
  packed?: Promise<Uint8Array>
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

/** Characters from which packing an answer saves more than it costs. */
const WORTH_PACKING = 1000

const pack: (text: string) => Promise<Uint8Array> = promisify(gzip)

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
      const answer = await find(key, make)
      const { type, body, download, tag } = answer
      const isPacked = typeof body === 'string' && body.length > WORTH_PACKING && takesGzip(request)
      // The same answer in other bytes: a weak tag says so.
      reply.header('etag', isPacked ? `W/${tag}` : tag).header('cache-control', 'no-cache')
      reply.header('vary', 'accept-encoding')
      if (download) reply.header('content-disposition', `attachment; filename="${download}"`)
      const given = request.headers['if-none-match']
        ?.split(',')
        .map((each) => each.trim().replace(/^W\//, ''))
      if (given?.includes(tag)) return reply.code(304).send()
      reply.type(type)
      if (typeof body !== 'string') return reply.send(Buffer.from(body))
      if (!isPacked) return reply.send(body)
      answer.packed ??= pack(body)
      return reply.header('content-encoding', 'gzip').send(Buffer.from(await answer.packed))
    },
  }
}

const withTag = (answer: Answer): Kept => ({
  ...answer,
  tag: `"${createHash('sha256').update(answer.type).update(answer.body).digest('base64url').slice(0, 22)}"`,
})
