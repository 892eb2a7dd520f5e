import { type KeeperSettings, VERSION_HEADER } from '../../../domain/kept-pages.ts'
import { BUILDER, kindOf, OFFLINE, pageKey, stemOf } from './kinds.ts'
import { listKept, markCopy } from './marks.ts'

/** Pages kept at most; the longest unseen goes first. A page is about a quarter of a megabyte. */
const MOST_PAGES = 40

/** Start of the names of the keeper’s caches. */
const PREFIX = 'headroom-'

/** What this browser keeps of one run and one program. */
export interface Store {
  /** Keeps an answer if it may be kept. @returns whether it is kept now */
  keep(address: string, answer: Response): Promise<boolean>
  /** What is kept at an address. */
  find(address: string): Promise<Response | undefined>
  /** The copy of a page, marked as one; undefined where there is none. */
  copy(url: string): Promise<Response | undefined>
  /** What to show for a page that isn’t kept. */
  offline(): Promise<Response>
  /** Removes what is kept of other runs and programs. */
  clearOthers(): Promise<void>
  /** Removes everything. */
  clear(): Promise<void>
}

/** @param origin of the server */
export function createStore(caches: CacheStorage, { version }: KeeperSettings, origin: string): Store {
  const name = `${PREFIX}${version}`
  const open = (): Promise<Cache> => caches.open(name)
  const full = (key: string): string => new URL(key, origin).href
  const keyOf = (url: string): string =>
    kindOf({ method: 'GET', url }, origin) === 'page' ? pageKey(url) : new URL(url).pathname

  const clear = async (isMeant: (other: string) => boolean): Promise<void> => {
    const names = (await caches.keys()).filter((each) => each.startsWith(PREFIX) && isMeant(each))
    await Promise.all(names.map((each) => caches.delete(each)))
  }

  return {
    async keep(address, answer) {
      const url = full(address)
      const kind = kindOf({ method: 'GET', url }, origin)
      if (kind === null || !mayBeKept(answer, kind, version)) return false
      try {
        const cache = await open()
        const key = keyOf(url)
        await cache.delete(key) // so that the newest stands last
        await cache.put(key, answer)
        await tidy(cache, key, kind, origin)
        return true
      } catch {
        return false // no room: the page works as before
      }
    },
    find: async (address) => (await open()).match(keyOf(full(address))),
    async copy(url) {
      const kept = await (await open()).match(pageKey(url))
      return kept && remade(kept, markCopy(await kept.text(), url), 200)
    },
    async offline() {
      const cache = await open()
      const page = await cache.match(OFFLINE)
      if (!page) return Response.error()
      const pages = (await cache.keys()).filter(({ url }) => isListed(url, origin))
      const kept = await Promise.all(
        pages.map(async ({ url }) => ({
          key: pageKey(url),
          page: (await (await cache.match(url))?.text()) ?? '',
        })),
      )
      return remade(page, listKept(markCopy(await page.text(), full(OFFLINE)), kept.reverse()), 503)
    },
    clearOthers: () => clear((other) => other !== name),
    clear: () => clear(() => true),
  }
}

const isListed = (url: string, origin: string): boolean =>
  kindOf({ method: 'GET', url }, origin) === 'page' && pageKey(url) !== OFFLINE

/** Whole answers only; of pages those of this version. Content is the same under its name, whoever sent it when. */
function mayBeKept({ status, type, redirected, headers }: Response, kind: string, version: string): boolean {
  if (status !== 200 || type !== 'basic' || redirected) return false
  if ((headers.get('cache-control') ?? '').includes('no-store')) return false
  if (kind === 'content') return true
  return (
    headers.get(VERSION_HEADER) === version && (headers.get('content-type') ?? '').startsWith('text/html')
  )
}

/** Keeps the newest of each content-addressed file, and the pages seen last. */
async function tidy(cache: Cache, key: string, kind: string, origin: string): Promise<void> {
  const kept = await cache.keys()
  if (kind === 'content') {
    const old = kept.filter(({ url }) => {
      const { pathname } = new URL(url)
      return pathname !== key && stemOf(pathname) === stemOf(key)
    })
    await Promise.all(old.map((each) => cache.delete(each)))
    return
  }
  const pages = kept.filter(({ url }) => isListed(url, origin) && pageKey(url) !== BUILDER)
  await Promise.all(pages.slice(0, Math.max(0, pages.length - MOST_PAGES)).map((each) => cache.delete(each)))
}

/** The same answer with another body, which is no longer packed. */
function remade({ headers }: Response, body: string, status: number): Response {
  const own = new Headers(headers)
  for (const name of ['content-encoding', 'content-length', 'etag']) own.delete(name)
  return new Response(body, { status, headers: own })
}
