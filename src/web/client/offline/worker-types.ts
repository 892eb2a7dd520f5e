/** The part of a service worker’s surroundings that the keeper uses; the compiler knows windows only. */
export interface KeeperScope {
  readonly location: Location
  readonly caches: CacheStorage
  readonly clients: { claim(): Promise<void> }
  readonly registration: { unregister(): Promise<boolean> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', hear: (event: Lasting) => void): void
  addEventListener(type: 'fetch', hear: (event: FetchAsked) => void): void
  addEventListener(type: 'message', hear: (event: MessageEvent & Lasting) => void): void
}

/** An event whose work the browser waits for. */
export interface Lasting {
  waitUntil(work: Promise<unknown>): void
}

export interface FetchAsked extends Lasting {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
