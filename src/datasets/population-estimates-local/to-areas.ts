import { SEXES, type Sex } from '../../domain/cohort.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { AGE_BANDS, toBands } from '../age-bands.ts'
import type { AreaFinder } from '../area-names.ts'
import { refuseAbsentAreas } from '../complete.ts'
import type { AreaPart } from '../geography/share-districts.ts'
import type { Authority, AuthorityEstimates } from './parse-authorities.ts'

/** People of an area by sex and five-year band, and what is known of how densely they live. */
export interface AreaPeople {
  readonly area: string
  readonly bands: Readonly<Record<Sex, readonly number[]>>
  readonly people: number
  /** Square kilometres of land, or null where the edition has none. */
  readonly landKm2: number | null
  /** People in districts that are sparsely settled; null without land areas. */
  readonly ruralPeople: number | null
}

/**
 * Adds the districts up to areas, those that lie in several by the shares of their small areas.
 * @param ruralBelow people per square kilometre below which a district counts as rural
 * @throws HeadroomError `edition-cell` for a district that leads to no area, `edition-incomplete` for an area without any
 */
export function sumToAreas(
  { authorities }: AuthorityEstimates,
  partsOf: (district: string) => readonly AreaPart[] | null,
  areas: AreaFinder,
  ruralBelow: number,
  file: string,
): readonly AreaPeople[] {
  const none = (): number[] => new Array<number>(AGE_BANDS.length).fill(0)
  const sums = new Map(
    areas.codes.map((code) => [
      code,
      { bands: { female: none(), male: none() }, people: 0, landKm2: 0, ruralPeople: 0, districts: 0 },
    ]),
  )
  let hasLand = true
  for (const authority of authorities) {
    const parts = partsOf(authority.code) ?? refuseUnknown(authority)
    const people = SEXES.reduce((sum, sex) => sum + authority.total[sex], 0)
    const land = authority.landKm2
    hasLand &&= land !== null
    for (const { area, share } of parts) {
      const sum = sums.get(area)
      if (!sum) return refuseUnknown(authority)
      for (const sex of SEXES)
        toBands(authority.people[sex]).forEach((value, band) => {
          sum.bands[sex][band] = (sum.bands[sex][band] ?? 0) + share * value
        })
      sum.people += share * people
      sum.landKm2 += share * (land ?? 0)
      if (land !== null && people / land < ruralBelow) sum.ruralPeople += share * people
      sum.districts++
    }
  }
  const reached = [...sums].filter(([, { districts }]) => districts > 0).map(([code]) => code)
  refuseAbsentAreas(file, new Set(reached), areas, 'the districts')
  return [...sums].map(([area, { bands, people, landKm2, ruralPeople }]) => ({
    area,
    bands,
    people,
    landKm2: hasLand ? landKm2 : null,
    ruralPeople: hasLand ? ruralPeople : null,
  }))
}

function refuseUnknown({ code, name, place }: Authority): never {
  throw new HeadroomError('edition-cell', {
    place,
    column: 'Code',
    expected: 'a district of the look-ups or of data/reference/district-successors.csv',
    found: `${name} (${code})`,
  })
}
