import { SEXES } from '../../domain/cohort.ts'
import type { Finding } from '../../domain/finding.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { AGE_BANDS } from '../age-bands.ts'
import type { AreaFinder } from '../area-names.ts'
import { refuseAbsentAreas } from '../complete.ts'
import { roundTo, type TidyTable } from '../tidy-table.ts'
import type { CcgSuccessor } from './ccg-successors.ts'
import type { Subnational } from './parse-subnational.ts'
import type { AreaShare } from './to-areas.ts'

/** Groups are published to one decimal, so their sum may differ from England's by rounding: people per cell. */
const ROUNDING = 10.5

/**
 * Adds the groups up to areas: first each group to its successor of 2021, then by the shares to areas.
 * @throws HeadroomError `edition-incomplete` where a group leads to no area, or an area gets nobody
 */
export function areaTable(
  { years, groups, england }: Subnational,
  shares: ReadonlyMap<string, readonly AreaShare[]>,
  successors: readonly CcgSuccessor[],
  areas: AreaFinder,
  file: string,
): { readonly table: TidyTable; readonly findings: readonly Finding[] } {
  const merged = new Map(
    successors.filter(({ change }) => change === 'merged').map(({ code, successor }) => [code, successor]),
  )
  const empty = (): number[][] => AGE_BANDS.map(() => new Array<number>(years.length).fill(0))
  const sums = new Map(areas.codes.map((code) => [code, { female: empty(), male: empty() }]))
  const reached = new Set<string>()
  for (const { code, name, people } of groups) {
    const parts = shares.get(merged.get(code) ?? code)
    if (!parts)
      throw new HeadroomError('edition-incomplete', { file, missing: `an area for ${name} (${code})` })
    for (const { area, share } of parts) {
      reached.add(area)
      const sum = sums.get(area)
      if (!sum) throw new HeadroomError('edition-incomplete', { file, missing: `the area ${area}` })
      for (const sex of SEXES)
        people[sex].forEach((values, band) => {
          const line = sum[sex][band]
          const weight = share[sex][band] ?? 0
          if (line)
            values.forEach((value, year) => {
              line[year] = (line[year] ?? 0) + value * weight
            })
        })
    }
  }
  refuseAbsentAreas(file, reached, areas, 'the projection')
  const findings = SEXES.flatMap((sex) =>
    AGE_BANDS.flatMap((band, bandIndex) =>
      years.flatMap((year, yearIndex): Finding[] => {
        const published = england.people[sex][bandIndex]?.[yearIndex] ?? 0
        const found = [...sums.values()].reduce(
          (sum, area) => sum + (area[sex][bandIndex]?.[yearIndex] ?? 0),
          0,
        )
        if (Math.abs(found - published) <= ROUNDING) return []
        return [
          {
            rule: 'projection-areas-add-up',
            severity: 'warning',
            message: `The areas sum to ${found.toFixed(1)}, England is ${published}.`,
            place: `${file}, ${sex}, ${band}, ${year}`,
          },
        ]
      }),
    ),
  )
  const rows = [...sums].flatMap(([area, people]) =>
    SEXES.flatMap((sex) =>
      AGE_BANDS.map((band, index) => [
        area,
        sex,
        band,
        ...(people[sex][index] ?? []).map((value) => roundTo(value, 1)),
      ]),
    ),
  )
  return { table: { ...describeTable(years), rows }, findings }
}

const describeTable = (years: readonly number[]): Omit<TidyTable, 'rows'> => ({
  file: `icb-snpp-${years[0]}.csv`,
  title: `Projected population of integrated care board areas, ${years[0]}-based`,
  definition:
    'Usual residents on 30 June of each year, principal projection, five-year age bands. Published by clinical ' +
    'commissioning group; each group is added to its successor of 2021 (data/reference/ccg-successors.csv) and that to ' +
    'its integrated care board. Where part of a group of 2021 moved to another board, each sex and age band is split by ' +
    'where its residents of the latest mid-year estimate live.',
  editionColumns: [],
  columns: [
    { name: 'area', type: 'text', description: 'NHS code of the integrated care board' },
    { name: 'sex', type: 'text', description: 'female or male' },
    { name: 'age_band', type: 'text', description: 'Age in completed years: 0-4 to 85-89, 90+' },
    ...years.map((year) => ({
      name: `y${year}`,
      type: 'number' as const,
      unit: 'people',
      description: `Usual residents on 30 June ${year}`,
    })),
  ],
})
