import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checksum, checksumText } from './checksum.ts'

describe('checksum', () => {
  it('changes with any one bit, and with the length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.nat(), (bytes, place) => {
        const other = bytes.slice()
        other[(place >>> 3) % bytes.length]! ^= 1 << (place % 8)
        expect(checksum(other)).not.toEqual(checksum(bytes))
        expect(checksum(bytes.subarray(0, -1))).not.toEqual(checksum(bytes))
        expect(checksum(Uint8Array.of(...bytes, 0))).not.toEqual(checksum(bytes))
      }),
    )
  })

  it('tells 100,000 small numbers apart, as 64 bits should', () => {
    const seen = new Set<string>()
    for (let i = 0; i < 100_000; i++) seen.add(checksumText(new Uint8Array(Float64Array.of(i).buffer)))
    expect(seen.size).toBe(100_000)
  })

  it('does not depend on where the bytes lie', () => {
    const bytes = Uint8Array.from({ length: 21 }, (_, i) => i * 11)
    const moved = new Uint8Array(30)
    moved.set(bytes, 3)
    expect(checksum(moved.subarray(3, 24))).toEqual(checksum(bytes))
  })
})
