import type { FastifyRequest } from 'fastify'

/** Whether whoever asks can read an answer that is packed with gzip. */
export const takesGzip = ({ headers }: FastifyRequest): boolean =>
  /\bgzip\b/.test(String(headers['accept-encoding'] ?? ''))
