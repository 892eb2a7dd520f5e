import { HeadroomError } from '../../errors/headroom-error.ts'
import { checksum } from '../../stats/checksum.ts'

/** First bytes of a bundle: what it is and the version of its layout. */
const MAGIC = 0x31_42_52_48
/** Magic, length of the whole, checksum of what follows in two words; then the length of the description. */
const HEADER_BYTES = 24
const CHECKED_FROM = 16
const TYPES = { f64: Float64Array, i32: Int32Array } as const
type Numbers = Float64Array | Int32Array

/**
 * Packs plain data with arrays of numbers into bytes, every number to the bit: a description in JSON, then
 * the arrays as they lie in memory (little-endian, as on every machine that runs browsers). The header holds
 * the length and a checksum. Takes objects, lists, maps by text, text, numbers, booleans and null.
 */
export function pack(value: unknown): Uint8Array<ArrayBuffer> {
  const arrays: Numbers[] = []
  let next = 0
  const laidOut = (part: unknown): unknown => {
    if (part instanceof Float64Array || part instanceof Int32Array) {
      const place = { $: part instanceof Float64Array ? 'f64' : 'i32', at: next, length: part.length }
      arrays.push(part)
      next += Math.ceil(part.byteLength / 8) * 8
      return place
    }
    if (part instanceof Map)
      return { $: 'map', entries: [...part].map(([key, inside]) => [key, laidOut(inside)]) }
    if (Array.isArray(part)) return part.map(laidOut)
    if (typeof part === 'number' && !Number.isFinite(part))
      throw new Error(`${part} can’t be packed outside an array`)
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(Object.entries(part).map(([key, inside]) => [key, laidOut(inside)]))
  }
  const text = new TextEncoder().encode(JSON.stringify(laidOut(value)))
  const start = HEADER_BYTES + Math.ceil(text.length / 8) * 8
  const bytes = new Uint8Array(start + next)
  bytes.set(text, HEADER_BYTES)
  let at = start
  for (const numbers of arrays) {
    bytes.set(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength), at)
    at += Math.ceil(numbers.byteLength / 8) * 8
  }
  const words = new Uint32Array(bytes.buffer, 0, HEADER_BYTES / 4)
  words[CHECKED_FROM / 4] = text.length
  words.set([MAGIC, bytes.length, ...checksum(bytes.subarray(CHECKED_FROM))])
  return bytes
}

/**
 * Unpacks a bundle. Arrays are views of the bytes given, not copies.
 * @throws HeadroomError `bundle-damaged` where bytes are missing, too many, or others than were packed
 */
export function unpack(bytes: Uint8Array<ArrayBuffer>, name: string): unknown {
  const refuse = (problem: string): never => {
    throw new HeadroomError('bundle-damaged', { name, problem })
  }
  if (bytes.length < HEADER_BYTES) return refuse(`only ${bytes.length} bytes came`)
  const whole = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice()
  const [magic, length, low, high, textLength] = new Uint32Array(whole.buffer, whole.byteOffset, 5)
  if (magic !== MAGIC) return refuse('it isn’t one of Headroom’s bundles')
  if (length !== bytes.length) return refuse(`${bytes.length} of ${length} bytes came`)
  const sums = checksum(whole.subarray(CHECKED_FROM))
  if (sums[0] !== low || sums[1] !== high) return refuse('its checksum doesn’t fit what came')
  const text = new TextDecoder().decode(whole.subarray(HEADER_BYTES, HEADER_BYTES + textLength!))
  const start = whole.byteOffset + HEADER_BYTES + Math.ceil(textLength! / 8) * 8
  return JSON.parse(text, (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || !('$' in part)) return part
    const place = part as {
      readonly $: keyof typeof TYPES | 'map'
      readonly at: number
      readonly length: number
      readonly entries: readonly [string, unknown][]
    }
    return place.$ === 'map'
      ? new Map(place.entries)
      : new TYPES[place.$](whole.buffer, start + place.at, place.length)
  })
}
