import { describe, expect, it } from 'vitest'
import { smallModel } from '../../../tests/support/small-model.ts'
import { syntheticModel } from '../../../tests/support/synthetic-model.ts'
import { AGES } from '../../domain/cohort.ts'
import { ageBands } from './age-bands.ts'
import { factorRows, YEAR_TARGETS } from './factor-rows.ts'
import { movesIn } from './moves.ts'

const banded = syntheticModel({
  occupations: 4,
  areas: 2,
  years: 3,
  services: 2,
  movesEach: 1,
  regions: 1,
  seed: 2,
  smooth: false,
})

describe('bands of ages', () => {
  it('break where any hazard or FTE per head changes', () => {
    expect([...ageBands(banded)]).toEqual([0, 9, 19, 29, 39, 44, 49, 54, AGES])
  })

  it('are single ages where every age differs', () => {
    expect(ageBands(smallModel(1))).toHaveLength(AGES + 1)
  })
})

describe('moves by destination', () => {
  it('share out those who leave each origin', () => {
    const { start, from, share } = movesIn(banded)
    const shares = new Map<number, number>()
    from.forEach((origin, m) => {
      shares.set(origin, (shares.get(origin) ?? 0) + share[m]!)
    })
    for (const sum of shares.values()) expect(sum).toBeCloseTo(1, 14)
    expect(start.at(-1)).toBe(banded.moveFrom.length)
  })

  it('leave out moves that never happen', () => {
    expect(movesIn({ ...banded, moveHazard: banded.moveHazard.map(() => 0) }).from).toHaveLength(0)
  })
})

describe('rows of factors', () => {
  it('are one for occupations that the same assumptions cover', () => {
    const { year } = factorRows(banded)
    const row = (o: number, target: (typeof YEAR_TARGETS)[number]): number =>
      year.row[o * YEAR_TARGETS.length + YEAR_TARGETS.indexOf(target)]!
    // The model's “leave-some” covers occupations 0 and 2.
    expect(row(0, 'leave')).toBe(row(2, 'leave'))
    expect(row(1, 'leave')).toBe(row(3, 'leave'))
    expect(row(0, 'leave')).not.toBe(row(1, 'leave'))
    expect(row(0, 'retire')).toBe(row(3, 'retire'))
    // Numbers of heads differ from one occupation to the next.
    expect(row(0, 'international')).not.toBe(row(2, 'international'))
    expect(Math.max(...year.row)).toBe(year.count - 1)
  })
})
