import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differences, withDifferences } from './differences.ts'

const leaf = fc.oneof(
  fc.double({ noNaN: true }).filter((value) => Number.isFinite(value)),
  fc.string(),
  fc.constant(null),
  fc.boolean(),
  fc.float64Array({ maxLength: 3 }),
  fc.int32Array({ maxLength: 3 }),
)
const key = fc.constantFrom('a', 'b', 'c')
const { data } = fc.letrec((tie) => ({
  data: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('data'), { maxLength: 3 }),
    fc.dictionary(key, tie('data'), { noNullPrototype: true }),
    fc.array(fc.tuple(key, tie('data')), { maxLength: 3 }).map((entries) => new Map(entries)),
  ),
}))

describe('differences', () => {
  it('turn any data into any other, to the bit, and leave it as it was', () => {
    fc.assert(
      fc.property(data, data, (from, to) => {
        const before = structuredClone(from)
        expect(withDifferences(from, differences(from, to))).toStrictEqual(to)
        expect(from).toStrictEqual(before)
      }),
      { numRuns: 500 },
    )
  })

  it('are only what differs', () => {
    const from = { a: [1, { b: Float64Array.of(1, 2) }], c: new Map([['d', { e: 1, f: 2 }]]) }
    const to = { a: [1, { b: Float64Array.of(1, 3) }], c: new Map([['d', { e: 1, f: 3 }]]) }
    expect(differences(from, to)).toEqual([
      { path: ['a', '1', 'b'], value: Float64Array.of(1, 3) },
      { path: ['c', 'd', 'f'], value: 3 },
    ])
    expect(differences(from, from)).toEqual([])
  })
})
