import {
  type KeepAsk,
  type KeeperSettings,
  type KeepTell,
  VERSION_HEADER,
} from '../../../domain/kept-pages.ts'
import { kindOf, leadsTo, OFFLINE, pageKey } from './kinds.ts'
import { createStore } from './store.ts'
import type { KeeperScope } from './worker-types.ts'

/**
 * The keeper: keeps the pages that were opened and what the builder computes with, so that both can be loaded without
 * the server. While the server answers, every page is the server’s.
 */
const scope = globalThis as unknown as KeeperScope & { readonly headroom: KeeperSettings }
const { origin } = scope.location
const { version, first } = scope.headroom
const store = createStore(scope.caches, scope.headroom, origin)

scope.addEventListener('install', (event) => event.waitUntil(install()))
scope.addEventListener('activate', (event) =>
  event.waitUntil(store.clearOthers().then(() => scope.clients.claim())),
)
scope.addEventListener('message', (event) => event.waitUntil(hear(event)))
scope.addEventListener('fetch', (event) => {
  const { request } = event
  const kind = kindOf(request, origin)
  if (kind === 'content') event.respondWith(content(request))
  else if (kind === 'page') event.respondWith(page(request, (work) => event.waitUntil(work)))
})

async function install(): Promise<void> {
  const kept = await Promise.all(first.map(fetched))
  if (kept.includes(false)) throw new Error('what is needed without the server couldn’t be kept')
  await scope.skipWaiting()
}

/** Fetches an address and keeps it. @returns whether it is kept now */
async function fetched(address: string): Promise<boolean> {
  try {
    return await store.keep(address, await fetch(address))
  } catch {
    return false
  }
}

async function hear({ data, ports }: MessageEvent): Promise<void> {
  const ask = data as KeepAsk
  if (ask.kind !== 'keep') return
  const isOwn = ask.version === version
  const kept = await Promise.all(
    ask.addresses.map(async (address) => isOwn && ((await store.find(address)) ? true : fetched(address))),
  )
  ports[0]?.postMessage({ kept: !kept.includes(false) } satisfies KeepTell)
}

/** Content-addressed: kept ones first, but where the page says that what it got is damaged. */
async function content(request: Request): Promise<Response> {
  const kept = request.cache === 'reload' ? undefined : await store.find(request.url)
  if (kept) return kept
  const answer = await fetch(request)
  await store.keep(request.url, answer.clone())
  return answer
}

/**
 * The server’s page first, always; its copy only where the server doesn’t answer. A permanent link then leads where the
 * server would lead, if that is kept.
 */
async function page(request: Request, during: (work: Promise<unknown>) => void): Promise<Response> {
  let answer: Response
  try {
    answer = await fetch(request)
  } catch (error) {
    const copy = pageKey(request.url) === OFFLINE ? undefined : await store.copy(request.url)
    if (copy) return copy
    if (request.mode !== 'navigate') throw error
    const target = leadsTo(request.url, version)
    if (target !== null && (await store.find(target))) return Response.redirect(new URL(target, origin), 302)
    return store.offline()
  }
  if (answer.ok && answer.type === 'basic' && !answer.headers.has(VERSION_HEADER))
    during(leave()) // another program answers here now
  else during(store.keep(request.url, answer.clone()))
  return answer
}

async function leave(): Promise<void> {
  await store.clear()
  await scope.registration.unregister()
}
