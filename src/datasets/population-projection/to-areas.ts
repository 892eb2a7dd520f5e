import { SEXES, type Sex } from '../../domain/cohort.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { AGE_BANDS, toBands } from '../age-bands.ts'
import type { AreaFinder } from '../area-names.ts'
import type { Estimates, PlacePopulation } from '../population-estimates/parse.ts'
import type { CcgSuccessor } from './ccg-successors.ts'

/** Share of a group's people of a sex and band that live in an area. */
export interface AreaShare {
  readonly area: string
  readonly share: Readonly<Record<Sex, readonly number[]>>
}

/**
 * Where the people of each clinical commissioning group of 2021 live now. Nearly every group lies
 * in one area. Of the groups of which a part moved, the part is what the group's own estimate has more
 * than the place that took over its code, by sex and age band, and the check is that the receiver has
 * grown by exactly as much.
 * @param groups estimates by group, boundaries of 2021
 * @param boards estimates of the same date by sub-location and board
 * @throws HeadroomError `edition-incomplete`, `edition-total`
 */
export function areaShares(
  groups: Estimates,
  boards: Estimates,
  successors: readonly CcgSuccessor[],
  areas: AreaFinder,
  file: string,
): ReadonlyMap<string, readonly AreaShare[]> {
  const later = new Map(boards.places.map((place) => [place.code, place]))
  const links = successors.filter(({ vintage }) => vintage === boards.vintage)
  const placeOf = (code: string): PlacePopulation => {
    const recoded = links.find((link) => link.code === code && link.change === 'recoded')
    const place = later.get(recoded?.successor ?? code)
    if (place) return place
    throw new HeadroomError('edition-incomplete', {
      file,
      missing: `the successor of the clinical commissioning group ${code}`,
    })
  }
  const areaOf = (place: PlacePopulation): string => {
    const area = areas.byOns(place.boardCode, place.boardName)
    if (area !== null) return area
    throw new HeadroomError('edition-incomplete', { file, missing: `an area for ${place.boardName}` })
  }
  const shares = groups.places.map((group): readonly [string, readonly AreaShare[]] => {
    const stay = placeOf(group.code)
    const moved = links.find((link) => link.code === group.code && link.change === 'part-moved')
    if (!moved) return [group.code, [{ area: areaOf(stay), share: everyone() }]]
    const receiver = later.get(moved.successor)
    if (!receiver)
      throw new HeadroomError('edition-incomplete', { file, missing: `the area ${moved.successor}` })
    const share = { female: [] as number[], male: [] as number[] }
    for (const sex of SEXES) {
      const before = toBands(group.people[sex])
      const after = toBands(stay.people[sex])
      share[sex] = before.map((people, band) => (people === 0 ? 0 : 1 - (after[band] ?? 0) / people))
      share[sex].forEach((value, band) => {
        if (value < 0 || value > 1)
          throw new HeadroomError('edition-total', {
            file,
            what: `the part of ${group.name} that moved, ${sex}, ${AGE_BANDS[band]}`,
            expected: 'a share from 0 to 1',
            found: value,
          })
      })
    }
    const rest = (sex: Sex): readonly number[] => share[sex].map((value) => 1 - value)
    return [
      group.code,
      [
        { area: areaOf(stay), share: { female: rest('female'), male: rest('male') } },
        { area: areaOf(receiver), share },
      ],
    ]
  })
  checkMoves(groups, boards, links, file)
  return new Map(shares)
}

/** What the groups lost, their receivers must have gained, or the links of the groups are wrong. */
function checkMoves(
  groups: Estimates,
  boards: Estimates,
  links: readonly CcgSuccessor[],
  file: string,
): void {
  const size = (estimates: Estimates, code: string): number =>
    estimates.places.find((place) => place.code === code)?.total ?? 0
  for (const { successor } of links.filter(({ change }) => change === 'part-moved')) {
    const own = links.find((link) => link.successor === successor && link.change === 'recoded')
    const gained = size(boards, successor) - size(groups, own?.code ?? successor)
    const lost = links
      .filter((link) => link.successor === successor && link.change === 'part-moved')
      .map(({ code }) => {
        const donor = links.find((link) => link.code === code && link.change === 'recoded')
        return size(groups, code) - size(boards, donor?.successor ?? code)
      })
      .reduce((sum, people) => sum + people, 0)
    if (Math.abs(gained - lost) > 0.5)
      throw new HeadroomError('edition-total', {
        file,
        what: `people who moved into ${successor}`,
        expected: lost,
        found: gained,
      })
  }
}

const everyone = (): Record<Sex, readonly number[]> => ({
  female: AGE_BANDS.map(() => 1),
  male: AGE_BANDS.map(() => 1),
})
