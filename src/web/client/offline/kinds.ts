import { afterRun } from '../../../domain/run-address.ts'

/** What a request asks for, as far as keeping it goes. */
export type Kind =
  /** Named after its content, so that what is kept is what the server would send. */
  | 'content'
  /** Read by people; may differ from run to run, so the server is always asked first. */
  | 'page'

/** What of a request tells its kind. */
export interface Asked {
  readonly method: string
  readonly url: string
}

const CONTENT = /^\/(assets\/[^/]+|build\/[^/]+\.bundle)$/
/** Addresses of files and of programs. They are left to the network, so that no download goes through here. */
const NOT_PAGES = /\.(csv|json|svg|png|html|yaml|js|css|wasm|bundle)$|^\/(api|assets|healthz)(\/|$)/

/** The kind of a request to this server; null for all that is none of the keeper’s business. */
export function kindOf({ method, url }: Asked, origin: string): Kind | null {
  const { origin: asked, pathname } = new URL(url)
  if (method !== 'GET' || asked !== origin) return null
  if (CONTENT.test(pathname)) return 'content'
  return NOT_PAGES.test(pathname) ? null : 'page'
}

/** Where the scenario builder is. One copy of it serves every state, which it reads from the address. */
export const BUILDER = '/build'

/** The page of what works without the server. */
export const OFFLINE = '/offline'

/** The address under which a page is kept, without host. */
export function pageKey(url: string): string {
  const { pathname, search } = new URL(url)
  return pathname === BUILDER ? BUILDER : `${pathname}${search}`
}

/**
 * Where a permanent link leads, without host; null for an address that is none, or names another run.
 * @param version of the pages kept, which begins with their run
 */
export function leadsTo(url: string, version: string): string | null {
  const { pathname, search } = new URL(url)
  const run = /^\/runs\/([^/]+)/.exec(pathname)?.[1]
  return run !== undefined && version.startsWith(`${run}-`) ? afterRun(`${pathname}${search}`) : null
}

/** What a content-addressed file is besides its content: of each only the newest is kept. */
export const stemOf = (pathname: string): string => pathname.replace(/-[0-9a-f]{8,}(?=\.[a-z]+$)/, '')
