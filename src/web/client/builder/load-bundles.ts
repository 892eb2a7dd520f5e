import {
  type AreasBundle,
  type EnglandBundle,
  unpackAreas,
  unpackEngland,
} from '../../../pipeline/builder/bundle.ts'
import type { BasisChanges } from '../../../pipeline/builder/changed-books.ts'
import { unpackChanges } from '../../../pipeline/builder/changed-books.ts'

/** Something the page needs couldn’t be had: the server is down, or has moved on to another version. */
export class NotLoaded extends Error {
  override readonly name = 'NotLoaded'
}

/**
 * Bytes at an address of this server, or of the copy that the browser has kept.
 * @param cache `reload` for the server’s own @throws NotLoaded
 */
export async function loadBytes(
  address: string,
  cache: RequestCache = 'default',
): Promise<Uint8Array<ArrayBuffer>> {
  let response: Response
  try {
    response = await fetch(address, { cache })
    if (response.ok) return new Uint8Array(await response.arrayBuffer())
  } catch {
    throw new NotLoaded(
      'The server doesn’t answer, so the numbers this page computes with couldn’t be loaded.',
    )
  }
  throw new NotLoaded(
    response.status === 404
      ? 'The server has other numbers now than when this page was loaded.'
      : `The server answered with the error ${response.status} when asked for the numbers this page computes with.`,
  )
}

/** Loads and unpacks; where what came is damaged, asks the server once more, in case it was a copy kept. */
async function loadWhole<Bundle>(
  address: string,
  unpack: (bytes: Uint8Array<ArrayBuffer>) => Bundle,
): Promise<Bundle> {
  try {
    return unpack(await loadBytes(address))
  } catch (error) {
    if (error instanceof NotLoaded) throw error
    const again = await loadBytes(address, 'reload').catch(() => null)
    if (again === null) throw error
    return unpack(again)
  }
}

/** @throws NotLoaded, HeadroomError `bundle-damaged` */
export const loadEngland = (address: string): Promise<EnglandBundle> => loadWhole(address, unpackEngland)

/** @throws NotLoaded, HeadroomError `bundle-damaged` */
export const loadAreas = (address: string): Promise<AreasBundle> => loadWhole(address, unpackAreas)

/** @throws NotLoaded, HeadroomError `bundle-damaged` */
export const loadChanges = (address: string): Promise<BasisChanges> => loadWhole(address, unpackChanges)

/** What loads when it is first asked for, and is kept; where that fails, the next who asks tries again. */
export function lazy<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let loaded: Promise<Value> | null = null
  return () => {
    loaded ??= load()
    loaded.catch(() => {
      loaded = null
    })
    return loaded
  }
}
