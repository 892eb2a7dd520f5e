import type { AssumptionBook } from '../domain/assumption-book.ts'
import type { BaseYear } from '../domain/base-year.ts'
import { AGES, CELLS, YOUNGEST } from '../domain/cohort.ts'
import type { PolicyEffect } from '../domain/policy.ts'
import type { Reference } from '../domain/reference.ts'
import type { Hazards } from './hazards.ts'

/**
 * The effect of a legislated rise of the pension age on retirement: by family of occupations, the share of
 * retirements at the age concerned times the book's strength, coming in between the years of the rise. The
 * book says what happens to the hazard at that age; an effect acts on retirement at all ages, hence the share.
 * @param years steps of the projection
 * @returns one effect a row and family that has people of that age; their strengths are uncertain
 */
export function pensionAgeEffects(
  reference: Reference,
  book: AssumptionBook,
  base: BaseYear,
  hazards: Hazards,
  years: number,
): PolicyEffect[] {
  const { occupations } = reference
  const areas = reference.areas.length
  return book.pensionAge.flatMap((rise) =>
    [...new Set(occupations.map(({ profile }) => profile))].flatMap((profile): PolicyEffect[] => {
      const members = occupations.flatMap((occupation, o) => (occupation.profile === profile ? [o] : []))
      const share = retiringAt(rise.age, members, base, hazards, areas)
      if (share === 0) return []
      const path = Float64Array.from({ length: years }, (_, y) => {
        const middle = base.year + y + 0.5
        const risen = (middle - rise.fromYear) / (rise.toYear - rise.fromYear)
        return share * Math.min(1, Math.max(0, risen))
      })
      return [
        {
          id: `pension-age-${rise.age}-${profile}`,
          lever: 'pension-age',
          target: 'retire',
          members: Int32Array.from(members),
          path,
          strength: { kind: 'triangular', low: rise.low, mode: rise.strength, high: rise.high },
        },
      ]
    }),
  )
}

/** Share of some occupations' retirements in a year that are at one age. */
function retiringAt(
  age: number,
  members: readonly number[],
  base: BaseYear,
  hazards: Hazards,
  areas: number,
): number {
  let at = 0
  let all = 0
  for (const o of members)
    for (let c = 0; c < CELLS; c++) {
      const hazard = hazards.retire[o * CELLS + c]!
      for (let r = 0; r < areas; r++) {
        const retiring = base.heads[(o * CELLS + c) * areas + r]! * hazard
        all += retiring
        if (c % AGES === age - YOUNGEST) at += retiring
      }
    }
  return all > 0 ? at / all : 0
}
