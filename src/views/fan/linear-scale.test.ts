import { nice } from 'd3-array'
import { scaleLinear } from 'd3-scale'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linearScale, roundMarks } from './linear-scale.ts'

const number = fc.integer({ min: -1e7, max: 1e7 })
/** Ends that are not as near to each other as their last digits are. */
const rising = fc
  .tuple(number, fc.integer({ min: 1, max: 1e9 }))
  .map(([from, size]): [number, number] => [from, from + size])

describe('a straight axis', () => {
  it('of one value has it in the middle', () => {
    expect(linearScale([5, 5], [0, 10])(5)).toBe(scaleLinear().domain([5, 5]).range([0, 10])(5))
  })

  it('has the places, rounded ends, marks and labels of d3-scale, to the bit', () => {
    fc.assert(
      fc.property(
        rising,
        fc.tuple(number, number),
        number,
        fc.integer({ min: 3, max: 12 }),
        (ends, range, value, count) => {
          const theirs = scaleLinear().domain(ends).range(range)
          expect(linearScale(ends, range)(value)).toBe(theirs(value))
          // minus nothing is nothing
          const plain = (values: readonly number[]): number[] => values.map((each) => each + 0)
          expect(plain(nice(...ends, count))).toEqual(plain(theirs.copy().nice(count).domain()))
          const label = theirs.tickFormat(count)
          expect(roundMarks(ends, count)).toEqual(
            theirs.ticks(count).map((each) => ({ value: each, label: label(each) })),
          )
        },
      ),
      { numRuns: 1000 },
    )
  })
})
