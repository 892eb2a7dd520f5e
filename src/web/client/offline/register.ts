import { KEEPER } from '../../../domain/kept-pages.ts'
import { policy } from '../trusted-types.ts'
import { keep } from './keep.ts'

/** Milliseconds after which the keeper starts in any case: a browser with nothing to draw may never say that it is at rest. */
const REST = 500

/** Starts the keeper once the page is loaded and at rest, and has it keep this page. Says nothing where it can’t. */
export function startKeeping(): void {
  const { serviceWorker } = navigator as { serviceWorker?: ServiceWorkerContainer }
  if (!serviceWorker) return
  const start = (): void => {
    serviceWorker.register(policy.createScriptURL(KEEPER), { updateViaCache: 'none' }).then(
      () => keep(ownAddresses),
      () => undefined,
    )
  }
  const rest = (): unknown =>
    'requestIdleCallback' in window ? requestIdleCallback(start, { timeout: REST }) : setTimeout(start, REST)
  if (document.readyState === 'complete') rest()
  else addEventListener('load', rest, { once: true })
}

/** This page, under the address it was asked for by and the one it has now, with the style, script and icon it names. */
function ownAddresses(): readonly string[] {
  const links = [...document.querySelectorAll<HTMLLinkElement>('head link[href]')].map(({ href }) => href)
  const scripts = [...document.querySelectorAll<HTMLScriptElement>('head script[src]')].map(({ src }) => src)
  const asked = performance.getEntriesByType('navigation').map(({ name }) => name)
  const all = [...asked, location.href, ...links, ...scripts].map((address) => {
    const { pathname, search } = new URL(address)
    return `${pathname}${search}`
  })
  return [...new Set(all)]
}
