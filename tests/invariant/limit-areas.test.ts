import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createDrawFactors } from '../../src/engine/ensemble/draw-factors.ts'
import { simulateDraw } from '../../src/engine/reference/simulate-draw.ts'
import { limitAreas } from '../../src/pipeline/limit-areas.ts'
import { smallModel } from '../support/small-model.ts'

it('an area projected alone has the same figures, to the bit, as among the others', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e6 }),
      fc.integer({ min: -1, max: 9 }),
      fc.integer({ min: 0, max: 2 }),
      (seed, draw, r) => {
        const model = smallModel(seed)
        const all = simulateDraw(model, createDrawFactors(model)(seed, draw))
        const one = limitAreas(model, [r])
        const alone = simulateDraw(one, createDrawFactors(one)(seed, draw))
        for (const [t, year] of all.staff.entries())
          for (const [o, row] of year.entries()) expect(alone.staff[t]![o]![0]).toEqual(row[r])
        for (const [t, year] of all.care.entries()) expect(alone.care[t]![0]).toEqual(year[r])
      },
    ),
    { numRuns: 20 },
  )
})
