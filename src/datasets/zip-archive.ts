/** Signatures of the three kinds of record that are used here, as little-endian numbers. */
const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const LOCAL_SIZE = 30
const CENTRAL_SIZE = 46
const END_SIZE = 22

/**
 * One file of a ZIP archive (APPNOTE 6.3, without ZIP64 and encryption), or null where the bytes are no
 * such archive, it has no file of that name, or the file’s checksum is another.
 */
export async function readZipEntry(archive: Uint8Array, name: string): Promise<Uint8Array | null> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  let end = archive.length - END_SIZE
  while (end >= 0 && view.getUint32(end, true) !== END) end--
  if (end < 0) return null
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + CENTRAL_SIZE > archive.length || view.getUint32(at, true) !== CENTRAL) return null
    const [nameSize, extraSize, noteSize] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    const nameEnd = at + CENTRAL_SIZE + (nameSize ?? 0)
    if (new TextDecoder().decode(archive.subarray(at + CENTRAL_SIZE, nameEnd)) === name) {
      const size = view.getUint32(at + 20, true)
      const start = view.getUint32(at + 42, true)
      if (start + LOCAL_SIZE > archive.length || view.getUint32(start, true) !== LOCAL) return null
      const data = start + LOCAL_SIZE + view.getUint16(start + 26, true) + view.getUint16(start + 28, true)
      if (data + size > archive.length) return null
      const unpacked = await unpack(archive.subarray(data, data + size), view.getUint16(at + 10, true))
      return unpacked !== null && checksum(unpacked) === view.getUint32(at + 16, true) ? unpacked : null
    }
    at = nameEnd + (extraSize ?? 0) + (noteSize ?? 0)
  }
  return null
}

async function unpack(packed: Uint8Array, method: number): Promise<Uint8Array | null> {
  if (method === 0) return packed
  if (method !== 8) return null
  const stream = new Blob([Uint8Array.from(packed)]).stream()
  const unpacked = stream.pipeThrough(new DecompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(unpacked).arrayBuffer())
}

/** A ZIP archive of the given files, in their order, without compression. */
export function writeZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const [name, bytes] of files) {
    const label = new TextEncoder().encode(name)
    const common = [20, 0, 0, 0, 0x21, [checksum(bytes)], [bytes.length], [bytes.length], label.length, 0]
    const local = pack([[LOCAL], ...common], label)
    directory.push(pack([[CENTRAL], 20, ...common, 0, 0, 0, [0], [offset]], label))
    parts.push(local, bytes)
    offset += local.length + bytes.length
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const end = pack([[END], 0, 0, files.size, files.size, [size], [offset], 0], new Uint8Array())
  return join([...parts, ...directory, end])
}

/** Numbers of two bytes, or in brackets of four, little-endian, and bytes behind them. */
function pack(
  numbers: readonly (number | readonly [number] | readonly number[])[],
  tail: Uint8Array,
): Uint8Array {
  const width = numbers.reduce<number>((sum, number) => sum + (typeof number === 'number' ? 2 : 4), 0)
  const bytes = new Uint8Array(width + tail.length)
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const number of numbers)
    if (typeof number === 'number') {
      view.setUint16(at, number, true)
      at += 2
    } else {
      view.setUint32(at, number[0] ?? 0, true)
      at += 4
    }
  bytes.set(tail, at)
  return bytes
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = (value & 1) === 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})

/** CRC-32 of bytes, which readers of an archive check. */
function checksum(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = (TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}
