import { area, line } from 'd3-shape'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { areaPath, linePath, type PathPoint, type PathSlice } from './straight-path.ts'

const number = fc.double({ min: -1e4, max: 1e4, noNaN: true })

it('a line is that of d3-shape, gaps and single points among it', () => {
  const theirs = line<PathPoint>()
    .digits(1)
    .defined((point) => point !== null)
    .x((point) => point![0])
    .y((point) => point![1])
  const point = fc.option(fc.tuple(number, number), { nil: null, freq: 3 })
  fc.assert(
    fc.property(fc.array(point), (points) => {
      expect(linePath(points)).toBe(theirs(points) ?? '')
    }),
    { numRuns: 500 },
  )
})

it('an area is that of d3-shape', () => {
  const theirs = area<PathSlice>()
    .digits(1)
    .defined((slice) => slice !== null)
    .x((slice) => slice![0])
    .y0((slice) => slice![1])
    .y1((slice) => slice![2])
  const slice = fc.option(fc.tuple(number, number, number), { nil: null, freq: 3 })
  fc.assert(
    fc.property(fc.array(slice), (slices) => {
      expect(areaPath(slices)).toBe(theirs(slices) ?? '')
    }),
    { numRuns: 500 },
  )
})
