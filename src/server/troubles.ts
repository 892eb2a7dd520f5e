import type { FastifyReply, FastifyRequest } from 'fastify'
import { afterRun } from '../domain/run-address.ts'
import type { ErrorCode } from '../errors/catalogue.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { type Trouble, troublePage } from './pages/other-pages.ts'
import type { ServerContext } from './server-context.ts'

/** A trouble with its status and its code in the catalogue of errors, where it has one. */
interface Problem extends Trouble {
  readonly status: number
  readonly code: string
}

const NOT_FOUND: Problem = {
  status: 404,
  code: 'not-found',
  title: 'Page not found',
  message: 'There is nothing at this address.',
  next: 'Check the address for typing mistakes, or start from the projection.',
}
const FAILED: Problem = {
  status: 500,
  code: 'failed',
  title: 'Something went wrong',
  message: 'Headroom couldn’t show this page because of a mistake in the program.',
  next: 'Try again, or start from the projection. The details are where the server was started.',
}

const TOO_MUCH: Problem = {
  status: 413,
  code: 'too-much',
  title: 'That is too much to send',
  message: 'The form holds more than this server takes.',
  next: 'Set fewer things, or download the scenario file and keep that.',
}
const NO_FORM: Problem = {
  status: 415,
  code: 'not-a-form',
  title: 'That can’t be sent here',
  message: 'This server takes forms of its own pages and nothing else.',
  next: 'Open the page on this server and send the form from there.',
}

/** Status of errors that aren’t a wrong address. */
const STATUS: Partial<Record<ErrorCode, number>> = {
  'run-not-served': 404,
  'saved-unknown': 404,
  'write-refused': 403,
  'write-too-often': 429,
  'saved-full': 507,
  'saved-damaged': 500,
  'file-unreadable': 500,
  'file-unwritable': 500,
  'server-busy': 503,
  'plans-busy': 503,
}

/** The status of the answer to an error of the reader’s. */
export const statusOf = ({ code }: HeadroomError): number => STATUS[code] ?? 400

/** Titles of pages of errors that aren’t a wrong address. */
const TITLES: Partial<Record<ErrorCode, string>> = {
  'saved-unknown': 'There is nothing at this address',
  'saved-damaged': 'What was kept here is damaged',
  'file-unreadable': 'What was kept can’t be read now',
}

/** What to tell the reader about an error: theirs are explained, ours are not. */
function problemOf(error: unknown, url: string): Problem {
  if (error instanceof HeadroomError) {
    const { code, message, next }: HeadroomError = error
    if (code === 'run-not-served')
      return {
        status: statusOf(error),
        code,
        title: 'This link is to another run',
        message,
        next,
        same: afterRun(url),
      }
    const title = TITLES[code] ?? 'This address asks for something Headroom doesn’t have'
    return { status: statusOf(error), code, title, message, next }
  }
  const status = (error as { statusCode?: unknown } | null)?.statusCode
  if (status === 404) return NOT_FOUND
  if (status === 413) return TOO_MUCH
  if (status === 415) return NO_FORM
  if (typeof status === 'number' && status >= 400 && status < 500)
    return {
      ...NOT_FOUND,
      status,
      title: 'This address can’t be read',
      message: 'Part of it makes no sense.',
    }
  return FAILED
}

/** Answers an error of any kind. */
export type AnswerTrouble = (error: unknown, request: FastifyRequest, reply: FastifyReply) => FastifyReply

/** Addresses that programs ask for, which get problem details (RFC 9457) and not a page. */
const FOR_PROGRAMS = /^\/(api\/|(build\/)?figure(\/[a-z-]+)?\.[a-z]+)/

/**
 * Makes the answer to whatever goes wrong: a designed page for people, problem details for programs.
 * @param log told of every failure that is the program's own
 */
export function createTroubles(context: ServerContext, log: (text: string) => void): AnswerTrouble {
  return (error, request, reply) => {
    const problem = problemOf(error, request.url)
    if (problem.status >= 500) log(error instanceof Error ? (error.stack ?? error.message) : String(error))
    const { status, code, title, message, next } = problem
    reply.code(status).header('cache-control', 'no-store').removeHeader('etag')
    if (!FOR_PROGRAMS.test(request.url))
      return reply.type('text/html; charset=utf-8').send(troublePage(context, problem))
    const details = { type: `about:blank#${code}`, title, status, code, detail: message, next }
    return reply.type('application/problem+json; charset=utf-8').send(JSON.stringify(details))
  }
}

/** What a route that finds nothing at an address answers with. */
export const notFound = Object.assign(new Error('not found'), { statusCode: 404 })
