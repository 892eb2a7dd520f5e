import { type AssumptionBook, bookKey, USE_BANDS } from '../domain/assumption-book.ts'
import { ADULT_BANDS, CARE_HOURS, HEAVY_HOURS } from '../domain/assumption-tables.ts'
import type { BaseYear } from '../domain/base-year.ts'
import { AGES, SEXES, type Sex } from '../domain/cohort.ts'
import type { UnpaidCare } from '../domain/engine-model.ts'
import type { Reference } from '../domain/reference.ts'
import { bandStarts, type PopulationPath } from './population.ts'
import { required } from './required.ts'

/** Unpaid care with the residents it is reckoned over. */
export interface CarePart {
  readonly care: UnpaidCare
  /** Residents of every age, and those in work or looking for it [r][t]. */
  readonly population: Float64Array
  readonly labourForce: Float64Array
}

const CELLS = SEXES.length * AGES
export const WEEKS_PER_YEAR = 365.25 / 7
/** Share of the band 15 to 19 that is 16 or over. */
const ADULT_PART_OF_TEENS = 0.8
const YOUNGEST_ADULT = 16
/** Services whose growth beyond population moves hours of care. */
const CARE_SERVICES = ['social-care-older', 'social-care-younger']

/**
 * Hours of care that residents need, by the age and sex of the person cared for, and who gives them.
 * At the base the hours are those that carers and paid staff give; from there they move with the population.
 * @param paths residents by area, see `populationPaths`
 */
export function carePart(
  reference: Reference,
  book: AssumptionBook,
  base: BaseYear,
  paths: readonly (readonly PopulationPath[])[],
  points: number,
): CarePart {
  const areas = paths.length
  const need = perSex((sex) => byBand(book.careNeed, 'care-need', sex, USE_BANDS))
  const active = perSex((sex) => byBand(book.labourForce, 'labour-force', sex, ADULT_BANDS))
  const sums = (weights: readonly (readonly number[])[], isAdults: boolean): Float64Array =>
    Float64Array.from({ length: areas * points }, (_, i) =>
      total(paths[Math.floor(i / points)]!, i % points, weights, isAdults),
    )
  const ones = perSex(() => bandStarts.map(() => 1))
  const needed = sums(need, false)
  const given = paths.map((people) => carersOf(book, people, 0))
  const formalHours = Float64Array.from(
    reference.occupations,
    ({ code }) => book.formalCare.get(code)?.hours ?? 0,
  )
  const formal = formalAtBase(base, formalHours, areas)
  const adults = sums(ones, true)
  return {
    care: {
      needHours: needed.map((value, i) => {
        const r = Math.floor(i / points)
        return (value / needed[r * points]!) * (given[r]!.hours + formal[r]!)
      }),
      growthService: Int32Array.from(
        CARE_SERVICES.flatMap((service) => {
          const v = book.services.findIndex(({ code }) => code === service)
          return v < 0 ? [] : [v]
        }),
      ),
      formalHours,
      adults,
      heavyShare: Float64Array.from(given, ({ heavy }, r) => heavy / adults[r * points]!),
      heavyElasticity: book.careResponse.heavyElasticity,
      womenShare: Float64Array.from(given, ({ hours, womensHours }) => womensHours / hours),
      womenMarginal: book.careResponse.womenMarginal,
    },
    population: sums(ones, false),
    labourForce: sums(active, true),
  }
}

/** Carers among residents. */
export interface Carers {
  /** People of 16 and over who give any care, and 35 hours a week or more. */
  readonly any: number
  readonly heavy: number
  /** Hours a year, all and women's. */
  readonly hours: number
  readonly womensHours: number
}

/** Carers among the residents of an area at a point in time, by the census's shares and hours. */
export function carersOf(book: AssumptionBook, people: readonly PopulationPath[], t: number): Carers {
  const { light, heavy } = meanHours(book)
  const bySex = SEXES.map((sex) => {
    const count = (kind: string): number => {
      const shares = byBand(book.carers, 'unpaid-carers', bookKey(sex, kind), ADULT_BANDS)
      return total(
        people.filter(({ series }) => series.sex === sex),
        t,
        perSex(() => shares),
        true,
      )
    }
    const any = count('any')
    const heavily = count('heavy')
    return { any, heavy: heavily, hours: (heavily * heavy + (any - heavily) * light) * WEEKS_PER_YEAR }
  })
  const sum = (pick: (part: (typeof bySex)[number]) => number): number =>
    bySex.reduce((all, part) => all + pick(part), 0)
  return {
    any: sum(({ any }) => any),
    heavy: sum(({ heavy: heavily }) => heavily),
    hours: sum(({ hours }) => hours),
    womensHours: bySex[SEXES.indexOf('female')]!.hours,
  }
}

/** Mean hours a week of carers under 35 hours, and of those with more. */
export function meanHours(book: AssumptionBook): { readonly light: number; readonly heavy: number } {
  const mean = (bands: readonly string[]): number => {
    const rows = bands.map((band) => required(book.careHours, 'care-hours', band))
    return rows.reduce((sum, row) => sum + row.carers * row.hours, 0) / rows.reduce((s, r) => s + r.carers, 0)
  }
  const heavyBands: readonly string[] = HEAVY_HOURS
  return { light: mean(CARE_HOURS.filter((band) => !heavyBands.includes(band))), heavy: mean(heavyBands) }
}

const perSex = <T>(value: (sex: Sex) => T): T[] => SEXES.map(value)

/** Value of a row's bands for each five-year population band. */
function byBand(
  table: ReadonlyMap<string, { readonly bands: readonly number[] }>,
  name: string,
  key: string,
  edges: readonly number[],
): number[] {
  const { bands } = required(table, name, key)
  return bandStarts.map(
    (lowest) =>
      bands[
        Math.max(
          0,
          edges.findLastIndex((edge) => lowest >= edge),
        )
      ]!,
  )
}

function total(
  people: readonly PopulationPath[],
  t: number,
  weights: readonly (readonly number[])[],
  isAdults: boolean,
): number {
  return people.reduce((sum, { series: { sex, band }, people: path }) => {
    const part = isAdults ? adultPart(bandStarts[band]!) : 1
    return sum + part * weights[SEXES.indexOf(sex)]![band]! * path[t]!
  }, 0)
}

function adultPart(lowest: number): number {
  if (lowest >= YOUNGEST_ADULT) return 1
  return lowest + 5 > YOUNGEST_ADULT ? ADULT_PART_OF_TEENS : 0
}

/** Hours of care a year that staff in post give at the base [r]. */
function formalAtBase(base: BaseYear, formalHours: Float64Array, areas: number): Float64Array {
  const hours = new Float64Array(areas)
  for (const [o, perFte] of formalHours.entries()) {
    if (perFte === 0) continue
    for (let c = 0; c < CELLS; c++)
      for (let r = 0; r < areas; r++)
        hours[r]! +=
          perFte *
          base.heads[(o * CELLS + c) * areas + r]! *
          base.participation[o * CELLS + c]! *
          base.participationArea[o * areas + r]!
  }
  return hours
}
