/**
 * A 64-bit checksum of bytes as two unsigned 32-bit words: finds damage and tells contents apart, keeps no
 * secrets. Two multiply-and-mix lanes over 32-bit words (little-endian, zeros after the end), with the length
 * mixed in and the last mixing step of MurmurHash3.
 */
export function checksum(bytes: Uint8Array): readonly [low: number, high: number] {
  const words = bytes.length >>> 2
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  let rest = 0
  for (let i = words * 4; i < bytes.length; i++) rest |= bytes[i]! << ((i % 4) * 8)
  const last = [rest, bytes.length]
  let a = 0x9747_b28c
  let b = 0x2f8d_1a35
  for (let i = 0; i < words + last.length; i++) {
    const word = i < words ? view.getUint32(i * 4, true) : last[i - words]!
    a = Math.imul(a ^ word, 0xcc9e_2d51)
    a = (a << 13) | (a >>> 19)
    b = Math.imul(b ^ word ^ (a >>> 16), 0x1b87_3593)
    b = (b << 15) | (b >>> 17)
  }
  return [finished(a), finished(b ^ a)]
}

/** The final mix of MurmurHash3: every bit of the input touches every bit of the result. */
function finished(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85eb_ca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** A checksum as 16 hexadecimal digits. */
export function checksumText(bytes: Uint8Array): string {
  return checksum(bytes)
    .map((word) => word.toString(16).padStart(8, '0'))
    .join('')
}
