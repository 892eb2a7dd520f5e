import { endianness } from 'node:os'

const BYTES = Float64Array.BYTES_PER_ELEMENT

/**
 * The bytes of `projection.bin`: every value of a projection in the order of `Projection.values`, each a
 * 64-bit IEEE 754 number, least significant byte first. On most machines this is a view, not a copy.
 */
export function encodeValues(values: Float64Array): Uint8Array {
  if (endianness() === 'LE') return new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
  const bytes = new DataView(new ArrayBuffer(values.length * BYTES))
  values.forEach((value, index) => {
    bytes.setFloat64(index * BYTES, value, true)
  })
  return new Uint8Array(bytes.buffer)
}

/** The values in the bytes of a `projection.bin`; the inverse of `encodeValues`. Throws a RangeError where a value is cut short. */
export function decodeValues(bytes: Uint8Array): Float64Array {
  if (bytes.byteLength % BYTES !== 0)
    throw new RangeError(`${bytes.byteLength} bytes are not a whole number of values`)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (endianness() === 'LE' && bytes.byteOffset % BYTES === 0)
    return new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / BYTES)
  return Float64Array.from({ length: bytes.byteLength / BYTES }, (_, index) =>
    view.getFloat64(index * BYTES, true),
  )
}
