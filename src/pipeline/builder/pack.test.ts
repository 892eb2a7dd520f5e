import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pack, unpack } from './pack.ts'

const sample = {
  name: 'England',
  heads: Float64Array.of(0.1, -0, Number.NaN, Number.POSITIVE_INFINITY, 5e-324),
  members: Int32Array.of(-1, 0, 7),
  origins: new Map([['eu', Float64Array.of(1 / 3)]]),
  list: [{ low: -1.5, none: null, yes: true }],
}

describe('a bundle', () => {
  it('brings back every number to the bit', () => {
    expect(unpack(pack(sample), 'test')).toEqual(sample)
    fc.assert(
      fc.property(fc.float64Array(), fc.int32Array(), (a, b) => {
        const found = unpack(pack({ b, deep: [{ a }] }), 'test') as {
          b: Int32Array
          deep: [{ a: Float64Array }]
        }
        expect(new Uint8Array(found.deep[0].a.slice().buffer)).toEqual(new Uint8Array(a.slice().buffer))
        expect(found.b).toEqual(b)
      }),
    )
  })

  it('refuses what was cut short, changed or is something else', () => {
    const bytes = pack(sample)
    for (const length of [0, 10, 24, bytes.length - 1])
      expect(() => unpack(bytes.slice(0, length), 'test')).toThrow(
        expect.objectContaining({ code: 'bundle-damaged' }),
      )
    for (let i = 0; i < bytes.length; i += 3) {
      const changed = bytes.slice()
      changed[i]! ^= 4
      expect(() => unpack(changed, 'test'), `byte ${i}`).toThrow(
        expect.objectContaining({ code: 'bundle-damaged' }),
      )
    }
  })

  it('reads bytes that don’t start at an even place', () => {
    const bytes = pack(sample)
    const moved = new Uint8Array(bytes.length + 3)
    moved.set(bytes, 3)
    expect(unpack(moved.subarray(3), 'test')).toEqual(sample)
  })
})
