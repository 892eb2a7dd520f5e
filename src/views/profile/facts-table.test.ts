import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sayRank, standingOf } from './facts-table.ts'

const fact = (...values: readonly number[]) => ({
  values: new Map(values.map((value, index) => [`A${index}`, value])),
})

describe('where an area stands', () => {
  it('counts from the highest, with the middle of all areas', () => {
    expect(standingOf(fact(5, 1, 9, 3), 'A0')).toEqual({ value: 5, middle: 4, rank: 2, of: 4 })
    expect(standingOf(fact(5, 1, 9), 'A2')).toEqual({ value: 9, middle: 5, rank: 1, of: 3 })
  })

  it('puts all that share the least last', () => {
    expect(standingOf(fact(0, 0, 0, 2), 'A1')).toMatchObject({ rank: 4, of: 4 })
  })

  it('is nothing for an area that nothing is known of', () => {
    expect(standingOf(fact(1, 2), 'B0')).toBeNull()
  })

  it('never ranks a greater value after a lesser one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 2 }), (values) => {
        const standings = values.map((_, index) => standingOf(fact(...values), `A${index}`)!)
        for (const a of standings)
          for (const b of standings) if (a.value > b.value) expect(a.rank).toBeLessThanOrEqual(b.rank)
      }),
    )
  })

  it.each([
    [1, 42, 'highest'],
    [2, 42, '2nd highest'],
    [3, 42, '3rd highest'],
    [11, 42, '11th highest'],
    [21, 42, '21st highest'],
    [22, 42, '21st lowest'],
    [41, 42, '2nd lowest'],
    [42, 42, 'lowest'],
  ])('says rank %i of %i as %s', (rank, of, words) => expect(sayRank({ rank, of })).toBe(words))
})
