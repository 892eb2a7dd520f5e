/** Header of every answer that says which run and program it is of. */
export const VERSION_HEADER = 'headroom-version'

/** Where the keeper is served; at the root, so that it may keep every page. */
export const KEEPER = '/service-worker.js'

/** What a page asks of the keeper: keep these addresses of this version. */
export interface KeepAsk {
  readonly kind: 'keep'
  readonly version: string
  readonly addresses: readonly string[]
}

/** Answer to it: whether all of them are kept. */
export interface KeepTell {
  readonly kept: boolean
}

/** What the server writes before the keeper’s script. */
export interface KeeperSettings {
  readonly version: string
  /** What is kept from the start. */
  readonly first: readonly string[]
}
