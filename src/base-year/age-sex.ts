import { type AssumptionBook, bookKey, STAFF_BANDS } from '../domain/assumption-book.ts'
import type { MarginResidual } from '../domain/base-year.ts'
import { AGES, OLDEST, SEXES, YOUNGEST } from '../domain/cohort.ts'
import type { Reference } from '../domain/reference.ts'
import type { Statistics } from '../domain/statistics.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { bandSteps, singleYears } from '../stats/single-years.ts'
import { rake } from './rake.ts'

const BANDS = STAFF_BANDS.length - 1
const TOLERANCE = 1e-6

/**
 * Spreads heads by occupation and area over sex and single years of age.
 * Each occupation's national age and sex profile and its areas' totals are the margins; the seed leans
 * to the age structure of each area's own population, so older areas have older staff. Bands become
 * single years by a monotone curve that keeps their totals.
 * @param stocks heads [o][r]
 * @returns heads [o][s][a][r] and the residuals of the margins
 */
export function fitAgeSex(
  reference: Reference,
  statistics: Statistics,
  book: AssumptionBook,
  stocks: Float64Array,
): { readonly heads: Float64Array; readonly margins: readonly MarginResidual[] } {
  const { occupations, areas } = reference
  const heads = new Float64Array(occupations.length * SEXES.length * AGES * areas.length)
  const tilt = ageTilt(reference, statistics)
  const margins: MarginResidual[] = []
  for (const [o, occupation] of occupations.entries()) {
    const profile = book.ageSex.get(occupation.profile)
    if (!profile)
      throw new HeadroomError('table-incomplete', {
        file: 'data/assumptions/age-sex.csv',
        missing: occupation.profile,
      })
    const own = stocks.subarray(o * areas.length, (o + 1) * areas.length)
    const total = own.reduce((a, b) => a + b, 0)
    const shares = normalised(profile.ages)
    const sexes = [profile.female, 1 - profile.female]
    const national = Float64Array.from(sexes.flatMap((sex) => shares.map((age) => sex * age * total)))
    const seed = new Float64Array(SEXES.length * BANDS * areas.length)
    for (let s = 0; s < SEXES.length; s++)
      for (let k = 0; k < BANDS; k++)
        for (let r = 0; r < areas.length; r++) {
          const i = (s * BANDS + k) * areas.length + r
          seed[i] = sexes[s]! * shares[k]! * own[r]! * tilt[(s * BANDS + k) * areas.length + r]!
        }
    const raked = rake(
      seed,
      [SEXES.length, BANDS, areas.length],
      [
        {
          name: `${occupation.name} by sex and age band`,
          kind: 'occupation by sex and age band',
          axes: [0, 1],
          targets: national,
          label: ([s, k]) => `${SEXES[s!]}, age ${STAFF_BANDS[k!]} to ${STAFF_BANDS[k! + 1]! - 1}`,
        },
        {
          name: `${occupation.name} by area`,
          kind: 'occupation by area',
          axes: [2],
          targets: Float64Array.from(own),
          label: ([r]) => areas[r!]!.code,
        },
      ],
      TOLERANCE,
    )
    margins.push(...raked.residuals)
    for (let s = 0; s < SEXES.length; s++)
      for (let r = 0; r < areas.length; r++) {
        const bands = shares.map((_, k) => raked.values[(s * BANDS + k) * areas.length + r]!)
        const years = singleYears(bands, STAFF_BANDS)
        for (let a = 0; a < AGES; a++)
          heads[((o * SEXES.length + s) * AGES + a) * areas.length + r] = years[a]!
      }
  }
  return { heads, margins }
}

/** FTE per head by occupation, sex and age [o][s][a], before the areas' factors. */
export function participationProfiles(reference: Reference, book: AssumptionBook): Float64Array {
  const participation = new Float64Array(reference.occupations.length * SEXES.length * AGES)
  for (const [o, { profile }] of reference.occupations.entries())
    for (const [s, sex] of SEXES.entries()) {
      const row = book.participation.get(bookKey(profile, sex))
      if (!row)
        throw new HeadroomError('table-incomplete', {
          file: 'data/assumptions/participation.csv',
          missing: `${profile}, ${sex}`,
        })
      participation.set(bandSteps(row.bands, STAFF_BANDS), (o * SEXES.length + s) * AGES)
    }
  return participation
}

/** Each area's share of its residents aged 16 to 75 in a band, over England's [s][band][r]. */
function ageTilt(reference: Reference, statistics: Statistics): Float64Array {
  const { areas } = reference
  const people = new Float64Array(SEXES.length * BANDS * areas.length)
  for (const [s, sex] of SEXES.entries())
    for (const [r, { code }] of areas.entries()) {
      const ages = statistics.population.get(`${code}/${sex}`) ?? []
      for (let age = YOUNGEST; age <= OLDEST; age++) {
        const k = STAFF_BANDS.findLastIndex((edge) => age >= edge)
        people[(s * BANDS + k) * areas.length + r]! += ages[age] ?? 0
      }
    }
  const tilt = new Float64Array(people.length)
  const sum = (band: number | null, r: number | null): number => {
    let total = 0
    for (let s = 0; s < SEXES.length; s++)
      for (let k = 0; k < BANDS; k++)
        for (let q = 0; q < areas.length; q++)
          if ((band === null || k === band) && (r === null || q === r))
            total += people[(s * BANDS + k) * areas.length + q]!
    return total
  }
  for (let k = 0; k < BANDS; k++)
    for (let r = 0; r < areas.length; r++) {
      const relative = sum(k, r) / sum(null, r) / (sum(k, null) / sum(null, null))
      for (let s = 0; s < SEXES.length; s++) tilt[(s * BANDS + k) * areas.length + r] = relative
    }
  return tilt
}

function normalised(values: readonly number[]): number[] {
  const total = values.reduce((a, b) => a + b, 0)
  return values.map((value) => value / total)
}
