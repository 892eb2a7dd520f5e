import fc from 'fast-check'
import { expect, it } from 'vitest'
import { completers } from './completers.ts'

it('delivers intake x (1 - attrition)^length after the length of the programme', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 7 }),
      fc.double({ min: 0, max: 0.5, noNaN: true }),
      fc.double({ min: 0, max: 1e5, noNaN: true }),
      (length, attrition, intake) => {
        const finished = completers(new Float64Array(length + 10).fill(intake), length, attrition, 10)
        const expected = intake * (1 - attrition) ** length
        for (const value of finished) expect(value).toBeCloseTo(expected, 6)
      },
    ),
  )
})

it('lets a change of intake through exactly one length later', () => {
  const intake = new Float64Array(3 + 6).fill(100)
  intake.fill(200, 3)
  expect([...completers(intake, 3, 0, 6)]).toEqual([100, 100, 100, 200, 200, 200])
})
