import type { FastifyRequest } from 'fastify'
import { HeadroomError } from '../../errors/headroom-error.ts'
import type { WriteLimits } from './limits.ts'

/** What a form asks for, each counted by itself. */
export type WriteKind = 'saves' | 'asks'

/** Lets a form in, or refuses it. */
export interface Guard {
  /** @throws HeadroomError `write-refused`, `write-too-often` */
  check(request: FastifyRequest, kind: WriteKind): void
}

/** Addresses remembered at most; the one that was counted longest ago goes first. */
const REMEMBERED = 5000
const MINUTE = 60_000

/**
 * Guards a server without sign-in: a form must come from one of its own pages, and one address may send only so many.
 * @param now the time in milliseconds
 */
export function createGuard(limits: WriteLimits, now: () => number = Date.now): Guard {
  const sent = new Map<string, readonly number[]>()
  return {
    check(request, kind) {
      if (!isOwn(request)) throw new HeadroomError('write-refused', {})
      const key = `${kind} ${request.ip}`
      const since = now() - limits.minutes * MINUTE
      const recent = (sent.get(key) ?? []).filter((time) => time > since)
      if (recent.length >= limits[kind])
        throw new HeadroomError('write-too-often', { sent: recent.length, minutes: limits.minutes })
      sent.delete(key)
      sent.set(key, [...recent, now()])
      const [oldest] = sent.keys()
      if (sent.size > REMEMBERED && oldest !== undefined) sent.delete(oldest)
    },
  }
}

/**
 * Whether a form comes from a page of this server. Browsers say so themselves where they may (Sec-Fetch-Site, on
 * https and on this machine); elsewhere the page’s origin must be the host that was asked. What says neither is refused.
 */
function isOwn({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  const { origin, host } = headers
  if (origin === undefined || host === undefined || !URL.canParse(origin)) return false
  return new URL(origin).host === host.toLowerCase()
}
