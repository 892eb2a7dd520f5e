import { SEXES } from '../../domain/cohort.ts'
import type { Finding } from '../../domain/finding.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import type { AreaFinder } from '../area-names.ts'
import { refuseAbsentAreas } from '../complete.ts'
import type { AreaPart } from '../geography/share-districts.ts'
import { roundTo, type TidyTable } from '../tidy-table.ts'
import { COMPONENTS, type ComponentTable, type PlaceComponents } from './parse.ts'

/** How far sums may be from published figures for rounding to one decimal in hundreds of districts. */
const ROUNDING = 50

type Sums = Map<string, Map<string, number[]>>

/**
 * Adds the districts up to areas, those that lie in several by their shares.
 * @throws HeadroomError `edition-cell` for a district that leads to no area, `edition-incomplete` for an area without any
 */
export function componentTable(
  { years, districts }: ComponentTable,
  partsOf: (district: string) => readonly AreaPart[] | null,
  areas: AreaFinder,
  file: string,
): TidyTable {
  const sums: Sums = new Map(areas.codes.map((code) => [code, new Map<string, number[]>()]))
  for (const district of districts)
    for (const { area, share } of partsOf(district.code) ?? refuseUnknown(district))
      addDistrict(sums.get(area) ?? refuseUnknown(district), district, share)
  const reached = [...sums].filter(([, { size }]) => size > 0).map(([code]) => code)
  refuseAbsentAreas(file, new Set(reached), areas, 'the components')
  const rows = [...sums].flatMap(([area, ofArea]) =>
    SEXES.flatMap((sex) =>
      [...COMPONENTS.values()].map((component) => [
        area,
        sex,
        component,
        ...years.map((_, index) =>
          index === 0 && component !== 'population'
            ? ''
            : roundTo(ofArea.get(`${sex},${component}`)?.[index] ?? 0, 1),
        ),
      ]),
    ),
  )
  return { ...describeTable(years), rows }
}

function addDistrict(sums: Map<string, number[]>, { components }: PlaceComponents, share: number): void {
  for (const sex of SEXES)
    for (const [component, values] of components[sex]) {
      const line = sums.get(`${sex},${component}`) ?? []
      values.forEach((value, index) => {
        line[index] = (line[index] ?? 0) + share * (value ?? 0)
      })
      sums.set(`${sex},${component}`, line)
    }
}

function refuseUnknown({ code, name, place }: PlaceComponents): never {
  throw new HeadroomError('edition-cell', {
    place,
    column: 'CODE',
    expected: 'a district of the look-ups or of data/reference/district-successors.csv',
    found: `${name} (${code})`,
  })
}

const describeTable = (years: readonly number[]): Omit<TidyTable, 'rows'> => ({
  file: `area-components-${years[0]}.csv`,
  title: `Components of population change of integrated care board areas, ${years[0]}-based projections`,
  definition:
    'Population on 30 June and what changed it in the year before: births, deaths, and moves within England, abroad and to the ' +
    'rest of the kingdom. Published by local authority and summed over the districts of each board; a district that lies in ' +
    'several is split by its small areas. Moves between districts of one board are in both internal-in and internal-out: ' +
    'only their difference is that of the board. The base year has no changes.',
  editionColumns: [],
  columns: [
    { name: 'area', type: 'text', description: 'NHS code of the integrated care board' },
    { name: 'sex', type: 'text', description: 'female or male' },
    { name: 'component', type: 'text', description: `One of ${[...COMPONENTS.values()].join(', ')}` },
    ...years.map((year, index) => ({
      name: `y${year}`,
      type: 'number' as const,
      unit: 'people',
      description:
        index === 0
          ? `Population on 30 June ${year}; for components empty where missing`
          : `Population on 30 June ${year}, or change in the year to it`,
    })),
  ],
})

/**
 * Years in which England's districts don't come to England, and in which natural change, net migration and the rest
 * don't come to the change in population.
 */
export function checkComponents(
  { years, england, districts }: ComponentTable,
  file: string,
): readonly Finding[] {
  return SEXES.flatMap((sex) =>
    years.flatMap((year, index): Finding[] => {
      const of = (place: PlaceComponents, component: string): number =>
        place.components[sex].get(component)?.[index] ?? 0
      const sum = districts.reduce((total, district) => total + of(district, 'population'), 0)
      const published = of(england, 'population')
      const findings: Finding[] = []
      if (Math.abs(sum - published) > ROUNDING)
        findings.push({
          rule: 'districts-add-up',
          severity: 'warning',
          message: `The districts sum to ${sum.toFixed(1)}, England is ${published}.`,
          place: `${file}, ${sex}, ${year}`,
        })
      if (index === 0) return findings
      const before = england.components[sex].get('population')?.[index - 1] ?? 0
      const change = ['natural-change', 'net-migration', 'other'].reduce(
        (total, component) => total + of(england, component),
        0,
      )
      if (Math.abs(published - before - change) > ROUNDING)
        findings.push({
          rule: 'components-add-up',
          severity: 'warning',
          message: `England changes by ${(published - before).toFixed(1)}, its components by ${change.toFixed(1)}.`,
          place: `${file}, ${sex}, ${year}`,
        })
      return findings
    }),
  )
}
