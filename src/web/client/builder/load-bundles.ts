import {
  type AreasBundle,
  type EnglandBundle,
  unpackAreas,
  unpackEngland,
} from '../../../pipeline/builder/bundle.ts'

/** Something the page needs couldn’t be had: the server is down, or has moved on to another version. */
export class NotLoaded extends Error {
  override readonly name = 'NotLoaded'
}

/** Bytes at an address of this server. @throws NotLoaded */
export async function loadBytes(address: string): Promise<Uint8Array<ArrayBuffer>> {
  let response: Response
  try {
    response = await fetch(address)
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

/** @throws NotLoaded, HeadroomError `bundle-damaged` */
export const loadEngland = async (address: string): Promise<EnglandBundle> =>
  unpackEngland(await loadBytes(address))

/** @throws NotLoaded, HeadroomError `bundle-damaged` */
export const loadAreas = async (address: string): Promise<AreasBundle> =>
  unpackAreas(await loadBytes(address))
