import { AGES, SEXES, YOUNGEST } from '../domain/cohort.ts'
import { ENGLAND } from '../domain/geography.ts'
import type { Level } from '../domain/projection.ts'
import type { Reference } from '../domain/reference.ts'
import type { Inputs } from './read-inputs.ts'

/** People by single year of age, women and men apart. */
export interface PeopleByAge {
  /** Age of the first entry. */
  readonly firstAge: number
  readonly women: readonly number[]
  readonly men: readonly number[]
}

/** Places of the areas that a code of results stands for: England’s all, a region’s, or one. */
export const areaIndices = ({ areas }: Pick<Reference, 'areas'>, code: string): readonly number[] =>
  areas.flatMap((area, r) => (code === ENGLAND || area.code === code || area.region === code ? [r] : []))

/** Places of the occupations that a series is made of. */
export function occupationIndices(
  { occupations }: Pick<Reference, 'occupations'>,
  { level, code }: { readonly level: Level; readonly code: string },
): readonly number[] {
  return occupations.flatMap((occupation, o) => {
    const own = { occupation: occupation.code, staff_group: occupation.staffGroup, sector: occupation.sector }
    const isMember = level === 'all' || (level !== 'unpaid_care' && own[level] === code)
    return isMember ? [o] : []
  })
}

/** Staff in post at the base by age and sex, heads. */
export function staffByAge(
  { base, reference }: Pick<Inputs, 'base' | 'reference'>,
  area: string,
  series: { readonly level: Level; readonly code: string },
): PeopleByAge {
  const count = reference.areas.length
  const areas = areaIndices(reference, area)
  const occupations = occupationIndices(reference, series)
  const sumOf = (sex: number): number[] =>
    Array.from({ length: AGES }, (_, age) => {
      let sum = 0
      for (const o of occupations)
        for (const r of areas) sum += base.heads[((o * SEXES.length + sex) * AGES + age) * count + r] ?? 0
      return sum
    })
  return { firstAge: YOUNGEST, women: sumOf(SEXES.indexOf('female')), men: sumOf(SEXES.indexOf('male')) }
}

/** Residents at the newest estimate by age and sex; the last entry stands for its age and over. */
export function populationByAge(
  { statistics, reference }: Pick<Inputs, 'statistics' | 'reference'>,
  area: string,
): PeopleByAge {
  const codes = areaIndices(reference, area).flatMap((r) => reference.areas[r]?.code ?? [])
  const sumOf = (sex: (typeof SEXES)[number]): number[] => {
    const tables = codes.map((code) => statistics.population.get(`${code}/${sex}`) ?? [])
    const length = Math.max(0, ...tables.map((table) => table.length))
    return Array.from({ length }, (_, age) => tables.reduce((sum, table) => sum + (table[age] ?? 0), 0))
  }
  return { firstAge: 0, women: sumOf('female'), men: sumOf('male') }
}
