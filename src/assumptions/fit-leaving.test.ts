import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BaseYear } from '../domain/base-year.ts'
import { fitLeaving } from './fit-leaving.ts'
import { type CellHazards, LEAVING_CELLS } from './leaving-cells.ts'

const OCCUPATIONS = 3
const AREAS = 4
const flat = (value: number): Float64Array => new Float64Array(LEAVING_CELLS).fill(value)

interface Case {
  readonly heads: readonly number[]
  readonly fixed: readonly number[]
  readonly leave: readonly number[]
  readonly relative: readonly number[]
}

/** Leavers of one occupation and area when leave, retirement and sickness are all that happens. */
const leavers = (people: number, hazard: number): number => people * (1 - Math.exp(-hazard))

const cases = fc.record({
  heads: fc.array(fc.double({ min: 50, max: 1000, noNaN: true }), { minLength: 12, maxLength: 12 }),
  fixed: fc.array(fc.double({ min: 0, max: 0.03, noNaN: true }), { minLength: 3, maxLength: 3 }),
  leave: fc.array(fc.double({ min: 0.05, max: 0.2, noNaN: true }), { minLength: 3, maxLength: 3 }),
  relative: fc.array(fc.double({ min: 0.8, max: 1.25, noNaN: true }), { minLength: 4, maxLength: 4 }),
})

/** A base year whose rates some levels and area factors give exactly, so that both sums can be met. */
function baseOf({ heads, fixed, leave, relative }: Case): BaseYear {
  const inArea = new Float64Array(AREAS)
  const ofArea = new Float64Array(AREAS)
  const leaverRate = Float64Array.from({ length: OCCUPATIONS }, (_, o) => {
    let left = 0
    let staff = 0
    for (let r = 0; r < AREAS; r++) {
      const people = heads[o * AREAS + r]!
      const gone = leavers(people, fixed[o]! + leave[o]! * relative[r]!)
      left += gone
      staff += people
      inArea[r]! += gone
      ofArea[r]! += people
    }
    return left / staff
  })
  const rates = inArea.map((gone, r) => gone / ofArea[r]!)
  const group = { code: 'group', members: [0, 1, 2], leavesFile: false, month: null }
  return { leaverRate, rateGroups: [{ ...group, observed: rates, projected: rates }] } as unknown as BaseYear
}

describe('leaving fitted to occupations and areas at once', () => {
  it('meets every area’s rate and every occupation’s national one', () => {
    fc.assert(
      fc.property(cases, (made) => {
        const base = baseOf(made)
        const cells = new Float64Array(OCCUPATIONS * LEAVING_CELLS * AREAS)
        for (let o = 0; o < OCCUPATIONS; o++)
          for (let r = 0; r < AREAS; r++) cells[o * LEAVING_CELLS * AREAS + r] = made.heads[o * AREAS + r]!
        const hazards = made.fixed.map(
          (fixed): CellHazards => ({ leave: flat(1), fixed: flat(fixed), moving: flat(0), counted: flat(0) }),
        )
        const { level, area, fits } = fitLeaving(base, cells, hazards, AREAS)
        for (let o = 0; o < OCCUPATIONS; o++) {
          let left = 0
          let staff = 0
          for (let r = 0; r < AREAS; r++) {
            const people = made.heads[o * AREAS + r]!
            left += leavers(people, made.fixed[o]! + level[o]! * area[o * AREAS + r]!)
            staff += people
          }
          expect(left / staff).toBeCloseTo(base.leaverRate[o]!, 6)
        }
        for (const { modelledProjected, projected, modelledPublished, published, scale } of fits) {
          expect(modelledProjected).toBeCloseTo(projected, 10)
          expect(modelledPublished).toBeCloseTo(published, 10)
          expect(scale).toBe(1)
        }
      }),
      { numRuns: 25 },
    )
  })

  it('scales all causes where retirement alone exceeds what was published, and says by how much', () => {
    const cells = new Float64Array(LEAVING_CELLS)
    cells[0] = 1000
    const base = {
      leaverRate: Float64Array.of(0.06),
      rateGroups: [
        {
          code: 'group',
          members: [0],
          leavesFile: true,
          month: null,
          observed: Float64Array.of(0.01),
          projected: Float64Array.of(0.06),
        },
      ],
    } as unknown as BaseYear
    const hazards = [{ leave: flat(1), fixed: flat(0.04), moving: flat(0), counted: flat(0) }]
    const [fit] = fitLeaving(base, cells, hazards, 1).fits
    // 1 - exp(-0.04 x scale) = 0.01
    expect(fit!.scale).toBeCloseTo(-Math.log(0.99) / 0.04, 9)
    expect(fit!.modelledPublished).toBeCloseTo(0.01, 12)
    expect(fit!.modelledProjected).toBeCloseTo(0.06, 12)
  })
})
